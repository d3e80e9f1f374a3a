import { expect, people, test } from './people';

test('whoever looks at hidden data for the first time reads and signs what they promise, and the look goes on', async ({ signedIn }, { project }) => {
  // each signs once: on a desk and on a phone it is somebody else
  const reader = await signedIn(project.name === 'phone' ? people.ownerWhoNeverAnswers : people.privacyOfficer);
  await reader.goto(`${new URL(reader.url()).pathname.replace(/\/home$/, '')}/members`);

  await test.step('the look is asked for as ever', async () => {
    await reader.getByRole('table', { name: 'Members' }).getByRole('link').first().click();
    await reader.getByRole('button', { name: /^Reveal.*phone/ }).click();
    const dialog = reader.getByRole('dialog');
    const purpose = dialog.getByLabel('What do you need it for?');
    await purpose.selectOption({ label: 'Keeping accounts safe' });
    await dialog.getByLabel('Why now?').selectOption('I am looking into an unusual sign-in');
    await dialog.getByRole('button', { name: 'Show it for a minute' }).click();
  });

  await test.step('what is promised stands in its place, and is signed', async () => {
    const dialog = reader.getByRole('dialog', { name: 'Before your first look' });
    await expect(dialog.getByRole('region', { name: 'What you promise' })).toContainText('I look only when my work needs it.');
    await dialog.getByRole('button', { name: 'Sign and go on' }).click();
    await expect(dialog.getByText('Please fill this in.')).toBeVisible();
    await dialog.getByLabel('Your name').fill('Hazel Quietwater');
    await dialog.getByRole('button', { name: 'Sign and go on' }).click();
    await expect(dialog).toBeHidden();
    await expect(reader.getByText(/hidden again in \d+ s/)).toBeVisible();
  });

  await test.step('who has signed is a list, by number', async () => {
    await reader.goto(`${new URL(reader.url()).pathname.replace(/\/members\/.*$/, '')}/access/undertaking`);
    await expect(reader.getByRole('heading', { level: 1, name: 'What people promise' })).toBeVisible();
    await expect(reader.getByText(/Signed version 1 on /).first()).toBeVisible();
  });
});
