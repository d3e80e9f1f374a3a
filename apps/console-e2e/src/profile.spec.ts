import { expect, go, people, test } from './people';

test('an employee corrects what is theirs, and asks for what is not', async ({ signedIn }, { project }) => {
  // two browsers do not correct the same person at the same time
  const page = await signedIn(project.name === 'phone' ? people.employeeOfTwo : people.employee);
  await page.goto('/my/held');
  await expect(page.getByRole('heading', { name: 'What is held about me', level: 1 })).toBeVisible();

  await test.step('what is theirs is changed in place', async () => {
    await page.getByRole('button', { name: 'Change Display name' }).first().click();
    await page.getByRole('textbox', { name: /^Display name/ }).fill('Robin of the night');
    await page.getByRole('combobox', { name: /^Time zone/ }).selectOption('Europe/Lisbon');
    await page.getByRole('combobox', { name: /^Shirt size/ }).selectOption('L');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Robin of the night')).toBeVisible();
    await expect(page.getByText('Europe/Lisbon')).toBeVisible();
  });

  await test.step('for the rest they ask, and it is a request for correction', async () => {
    await expect(page.getByText(/LK-0\d/).first()).toBeVisible();
    await expect(page.getByText('The directory of your organization.').first()).toBeVisible();
    await page.getByRole('link', { name: 'Ask to correct this Department' }).first().click();
    const question = page.getByLabel('Your question');
    await expect(question).toHaveValue(/My department is not right/);
    await expect(page.getByLabel('What is it?')).toHaveValue('rectification');
    await question.pressSequentially('Early shift.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(question).toHaveCount(0);
    await expect(page.getByRole('link', { name: /Correct my data/ }).first()).toBeVisible();
  });
});

test('an owner says what is kept of members beside, and corrects somebody’s work with it', async ({ signedIn }, { project }) => {
  const name = `Locker ${project.name} ${Date.now()}`;
  const page = await signedIn(people.owner);
  await go(page, 'Members');
  await page.waitForURL(/\/members$/);
  const members = page.url();
  await page.goto(members.replace(/members.*/, 'settings/attributes'));
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();

  await page.goto(members);
  const search = page.getByRole('searchbox', { name: 'Find a member' });
  await search.fill(project.name === 'phone' ? 'LK-0230' : 'LK-0102');
  await search.press('Enter');
  const rows = page.getByRole('main').getByRole('link', { name: /helpdesk|lead|M-\d+/i });
  await rows.first().click();
  await expect(page.getByRole('heading', { name: 'What else is kept' })).toBeVisible();
  await expect(page.getByText(/From the directory/).first()).toBeVisible();
  await page.getByRole('button', { name: /^Correct work/ }).click();
  await page.getByRole('dialog').getByLabel(name).fill('B 12');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('B 12').first()).toBeVisible();
});
