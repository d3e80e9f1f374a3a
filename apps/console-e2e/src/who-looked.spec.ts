import { faults } from './axe';
import { expect, people, test } from './people';

test('an employee reads who looked at their data, why, and who else could', async ({ signedIn }) => {
  const employee = await signedIn(people.employee);

  await test.step('the latest looks stand on the front of "My privacy"', async () => {
    await employee.goto('/my');
    // other journeys look at the same employee, so that nobody knows which looks are the latest
    await expect(
      employee
        .locator('sp-latest-looks')
        .getByText(/ looked at: /)
        .first(),
    ).toBeVisible();
    await employee.getByRole('link', { name: 'Everything about who looked' }).click();
  });

  await test.step('all of them, day by day, with the roles that could look', async () => {
    await expect(employee.getByRole('heading', { name: 'Who looked at my data', level: 1 })).toBeVisible();
    await expect(employee.getByText('User administrator looked at: Work phone').first()).toBeVisible();
    await expect(employee.getByText('asked where to send it')).toBeVisible();
    await expect(employee.getByText(/In the last twelve months somebody looked \d+ times/)).toBeVisible();
    await expect(employee.getByRole('listitem').filter({ hasText: 'Privacy officer' })).toContainText('(2 people)');
    await expect(employee.getByRole('heading', { name: 'Access to the machines themselves' })).toBeVisible();
  });

  await test.step('a first visit by the short address finds the page as well', async () => {
    await employee.goto('/my/ledger');
    await expect(employee).toHaveURL(/\/my\/ledger\/[0-9a-f-]{36}$/);
    await expect(employee.getByText('Helpdesk looked at: Work phone').first()).toBeVisible();
  });
});

test('an owner lets a role see something, reads what that means, and takes it back', async ({ signedIn }, { project }) => {
  // each in an organization of its own: two changes at once would refuse each other
  const owner = await signedIn(project.name === 'phone' ? people.ownerWhoNeverAnswers : people.owner);
  await owner.goto(`${new URL(owner.url()).pathname.replace(/\/home$/, '')}/settings/grants`);
  const row = owner.getByRole('row').filter({ has: owner.getByRole('rowheader', { name: /^Auditor/ }) });

  await test.step('what it comes to is said before it is saved', async () => {
    await owner.getByRole('button', { name: 'Change Auditor: Name', exact: true }).click();
    const dialog = owner.getByRole('dialog', { name: 'Auditor: Name' });
    await dialog.locator('label').filter({ hasText: 'Shown' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Choose at least one purpose, or hide the data.')).toBeVisible();
    await dialog.getByLabel('Looking into wrongdoing').check();
    await expect(dialog.getByText('Auditor: sees Name at all times, for: Looking into wrongdoing.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('it counts, and is undone from the word that says so', async () => {
    await expect(row.getByRole('cell').first()).toContainText('Shown');
    await expect(owner.getByRole('button', { name: 'Everything as shipped' })).toBeVisible();
    await owner.getByRole('button', { name: 'Undo' }).click();
    await expect(row.getByRole('cell').first()).toContainText('Hidden');
    await expect(owner.getByRole('button', { name: 'Everything as shipped' })).toBeHidden();
  });

  await test.step('what lets owners see more waits for somebody else, and is taken back', async () => {
    await owner.getByRole('button', { name: 'Change Owner: Work phone', exact: true }).click();
    const dialog = owner.getByRole('dialog', { name: 'Owner: Work phone' });
    await dialog.locator('label').filter({ hasText: 'Shown' }).click();
    await expect(dialog.getByText('Nobody lets themselves see more.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    const waiting = owner.getByRole('region', { name: 'Waiting for a second person' });
    await expect(waiting).toContainText('Owner: sees Work phone at all times');
    expect(await faults(owner)).toEqual([]);
    await waiting.getByRole('button', { name: 'Take it back' }).click();
    await expect(waiting).toBeHidden();
  });
});
