import { expect, people, test } from './people';

test('somebody sees what is held about them, keeps their phone number right, and asks for the rest', async ({ signedIn }) => {
  const page = await signedIn(people.employee);
  await page.goto('/my');
  await page.getByRole('main').getByRole('link', { name: 'What is held about me' }).click();
  await expect(page.getByRole('heading', { name: 'What is held about me' })).toBeVisible();

  await page.getByRole('button', { name: 'Change phone number' }).click();
  await page.getByLabel('Work phone').fill('+49 30 7654321');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('+49 30 7654321')).toBeVisible();

  await page.getByRole('button', { name: 'Whose is it, and whom do I ask? Name', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('answers for it')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Ask to correct this Work e-mail' }).click();
  await expect(page.getByLabel('Your question')).toHaveValue(/My work e-mail is not right/);
  await expect(page.getByLabel('What is it?')).toHaveValue('rectification');
});

test('an owner finds what needs them first, and is one press away from it', async ({ signedIn }) => {
  const page = await signedIn(people.owner);
  const list = page.getByRole('list', { name: 'What waits for you' });
  await list.getByRole('link').first().click();
  // a question, or what somebody asks to see: whichever has to be decided first
  await expect(page).toHaveURL(/\/(?:inbox|access)\/.+/);
});
