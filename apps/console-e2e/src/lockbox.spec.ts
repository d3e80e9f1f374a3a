import { randomUUID } from 'node:crypto';
import { faults } from './axe';
import { expect, people, test } from './people';

test('SmartPAR’s staff ask, the owner allows less, watches, and ends it while the page is open', async ({ signedIn }) => {
  const reference = `CASE-${randomUUID().slice(0, 8).toUpperCase()}`;
  const staff = await signedIn(people.support);

  await test.step('staff ask for a person’s phone and address, and see nothing', async () => {
    await staff.goto('/oversight/lockboxes');
    expect(await faults(staff)).toEqual([]);
    await staff.getByRole('link', { name: 'Ask an organization' }).click();
    await staff.getByLabel('Organization', { exact: true }).selectOption({ label: 'Larkspur Instruments' });
    await staff.getByLabel('Reference of the case').fill(reference);
    await staff.getByLabel('What for').selectOption({ label: 'Somebody there asked SmartPAR for help' });
    await staff.getByLabel('Work e-mail').check();
    await staff.getByLabel('Work phone').check();
    await staff.getByLabel('Their member number or exact address').fill(people.employee);
    expect(await faults(staff)).toEqual([]);
    await staff.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(staff.getByText('The organization has not answered yet')).toBeVisible();
    await expect(staff.getByRole('heading', { name: 'Who is covered' })).toBeHidden();
    expect(await faults(staff)).toEqual([]);
  });

  const owner = await signedIn(people.owner);
  await test.step('the owner finds it on the first page and allows less, with two keys', async () => {
    await owner.getByRole('link', { name: new RegExp(reference) }).click();
    await expect(owner.getByText('Support at SmartPAR')).toBeVisible();
    expect(await faults(owner)).toEqual([]);
    await owner.getByRole('group', { name: 'Which data' }).getByLabel('Work e-mail').uncheck();
    await owner.getByLabel('How long').selectOption('30');
    await owner.getByRole('heading', { level: 1 }).click();
    await owner.keyboard.press('a');
    await owner.keyboard.press('Enter');
    await expect(owner.getByText('It is running')).toBeVisible();
    expect(await faults(owner)).toEqual([]);
  });

  await test.step('the staff page opens by itself, says whose data it is, and shows one thing after a reason', async () => {
    await expect(staff.getByText('You are looking at data of Larkspur Instruments')).toBeVisible();
    await expect(staff.getByRole('timer')).toHaveText(/left/);
    await staff.getByLabel('Member number or exact address').fill(people.employee);
    await staff.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(staff.getByText('Work e-mail')).toBeHidden();
    expect(await faults(staff)).toEqual([]);
    await staff.getByRole('button', { name: /Look at Work phone of/ }).click();
    await staff.getByLabel('Why now?').selectOption({ label: 'The person asked me for help' });
    expect(await faults(staff)).toEqual([]);
    await staff.getByRole('button', { name: 'Look', exact: true }).click();
    await expect(staff.locator('sp-covered-value .value')).toHaveText(/\+49/);
  });

  await test.step('the owner sees it at once, and ends it', async () => {
    await expect(owner.getByText(/M-\d+: Work phone/)).toBeVisible();
    await owner.getByRole('button', { name: 'End it now' }).click();
    await expect(owner.getByText('Ended by the organization')).toBeVisible();
  });

  await test.step('the open page closes, and what was shown is gone', async () => {
    await expect(staff.getByText('It is over. Nothing is shown any more.')).toBeVisible();
    await expect(staff.locator('sp-covered-value')).toHaveCount(0);
    expect(await faults(staff)).toEqual([]);
  });

  await test.step('the employee reads who looked, and under which case', async () => {
    const employee = await signedIn(people.employee);
    await employee.goto('/my/ledger');
    await expect(employee.getByText(`SmartPAR’s staff looked, for case ${reference}, at: Work phone`)).toBeVisible();
  });
});
