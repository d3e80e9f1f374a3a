import { expect, people, test } from './people';

test('an employee complains about one look, and reads who could have looked back then', async ({ signedIn }, { project }) => {
  const employee = await signedIn(people.employee);
  await employee.goto('/my/ledger');
  await expect(employee.getByRole('heading', { level: 1, name: 'Who looked at my data' })).toBeVisible();

  await test.step('the looks are filtered, and what is left is complained about', async () => {
    // a look of somebody else's role in each project, so that each complains about one of its own
    await employee.getByLabel('Role').selectOption(project.name === 'phone' ? 'User administrator' : 'Helpdesk');
    await employee.getByRole('button', { name: 'Complain about this look' }).last().click();
    const dialog = employee.getByRole('dialog', { name: 'Complain about this look' });
    await dialog.getByLabel('What is wrong with it?').fill('Nobody had asked them to.');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect(dialog).toBeHidden();
    await employee.getByRole('link', { name: 'Open my complaint' }).last().click();
    await expect(employee.getByText('Nobody had asked them to.').first()).toBeVisible();
  });

  await test.step('who could have looked at a moment is told', async () => {
    await employee.goto('/my/ledger');
    await employee.getByLabel('Moment').fill('2026-01-01T12:00');
    await expect(employee.getByText(/Nothing from before .* is recorded/)).toBeVisible();
  });
});
