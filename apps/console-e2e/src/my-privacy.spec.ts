import { choose, expect, go, people, test } from './people';

const ANSWER = 'Your working hours of the last six months, and nothing else.';

test('an employee of two organizations sees who runs each account, asks one of them and reads the answer', async ({ signedIn }, { project }) => {
  const text = `Which working hours of mine are kept? Asked on my ${project.name} ${Date.now()}.`;
  const employee = await signedIn(people.employeeOfTwo);

  await test.step('both administrators are shown, named or not', async () => {
    await employee.goto('/my');
    await expect(employee.getByRole('heading', { name: 'Who administers my accounts' })).toBeVisible();
    const larkspur = employee.locator('sp-administrator').filter({ hasText: 'Larkspur Instruments' });
    await expect(larkspur.getByText('Hazel Quietwater')).toBeVisible();
    await expect(larkspur.getByText('Birke Moorgreen')).toBeVisible();
    const bakery = employee.locator('sp-administrator').filter({ hasText: 'Pebble & Fern Bakery' });
    await expect(bakery.getByText('Nobody is named yet. Ask anyway')).toBeVisible();
  });

  const reference = await test.step('a question to one of them gets a reference and a date', async () => {
    await employee.getByRole('button', { name: 'Ask a question' }).click();
    await employee.getByLabel('Which organization?').selectOption('Larkspur Instruments');
    await employee.getByLabel('Your question').fill(text);
    await employee.getByRole('button', { name: 'Send', exact: true }).click();
    const told = await employee.getByText(/Your question \S+ is on its way\. You hear by .*20\d\d/).innerText();
    const named = /question (\S+)/.exec(told)?.[1] ?? '';
    const row = employee.getByRole('table', { name: 'My questions: Larkspur Instruments' }).getByRole('row').filter({ hasText: named });
    await expect(row).toContainText('Has arrived');
    await row.getByRole('link').click();
    await expect(employee.getByRole('heading', { level: 1 })).toContainText(named);
    await expect(employee.getByText(text)).toBeVisible();
    return named;
  });

  await test.step('its privacy officer answers, seeing that a member asks', async () => {
    const officer = await signedIn(people.privacyOfficer);
    await go(officer, 'Inbox');
    await officer.getByRole('row').filter({ hasText: reference }).getByRole('link').click();
    await expect(officer.getByText(text)).toBeVisible();
    await officer.getByRole('button', { name: /^Answer and close/ }).click();
    await officer.getByLabel('Your answer', { exact: true }).fill(ANSWER);
    await choose(officer, 'Done as asked');
    await officer.getByRole('button', { name: 'Send answer and close' }).click();
    await expect(officer.getByText('Answered. The clock has ended.')).toBeVisible();
  });

  await test.step('the employee reads it under "My privacy"', async () => {
    await employee.goto('/my');
    await employee.getByRole('row').filter({ hasText: reference }).getByRole('link').click();
    await expect(employee.getByText(ANSWER)).toBeVisible();
    await expect(employee.getByText('Your question was answered: Done as asked')).toBeVisible();
  });
});
