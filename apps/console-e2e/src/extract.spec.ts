import { readFile } from 'node:fs/promises';
import { faults } from './axe';
import { expect, people, test } from './people';

test('the data of many people is asked for, agreed to by a second person with two keystrokes, and fetched with a name on every line', async ({ signedIn }, {
  project,
}) => {
  const [administrator, officer] = [await signedIn(people.userAdministrator), await signedIn(people.privacyOfficer)];
  const organization = /\/org\/[^/]+/.exec(administrator.url())?.[0] ?? '';
  const reason = `Everybody is told their new extension (${project.name} ${Date.now()}).`;

  await test.step('whoever asks is told first what will happen', async () => {
    await administrator.goto(`${organization}/members?status=active&order=newest`);
    const bar = administrator.getByRole('group', { name: 'What you can do with those selected' });
    await bar.getByRole('checkbox').check();
    await bar.getByRole('link', { name: /^Take out hidden data \(\d+\)/ }).click();
    await expect(administrator.getByText(/^\d+ people you chose in the list of members/)).toBeVisible();
    await administrator.getByRole('checkbox', { name: 'Work phone' }).check();
    await administrator.getByLabel('What do you need it for?').selectOption("Running members' accounts");
    await expect(administrator.getByText('A second person has to agree first')).toBeVisible();
    expect(await faults(administrator)).toEqual([]);
    await administrator.getByLabel('Why now?').selectOption('In my own words');
    await administrator.getByLabel('Your reason').fill(reason);
    await administrator.getByRole('button', { name: 'Ask for it' }).click();
    await expect(administrator.getByText('Waits for a second person')).toBeVisible();
  });

  const address = new URL(administrator.url()).pathname;

  await test.step('a second person has everything on one page, and agrees with A and Enter', async () => {
    await officer.goto(address);
    await expect(officer.getByText(reason)).toBeVisible();
    expect(await faults(officer)).toEqual([]);
    await officer.keyboard.press('a');
    await officer.keyboard.press('Enter');
    await expect(officer.getByText('Ready to fetch')).toBeVisible({ timeout: 30_000 });
    await expect(officer.getByRole('button', { name: 'Fetch the file' })).toHaveCount(0);
  });

  await test.step('whoever asked fetches the file, which names them on every line', async () => {
    await administrator.reload();
    await expect(administrator.getByRole('button', { name: 'Fetch the file' })).toBeVisible();
    expect(await faults(administrator)).toEqual([]);
    const arriving = administrator.waitForEvent('download');
    await administrator.getByRole('button', { name: 'Fetch the file' }).click();
    const [first = '', headings = '', ...lines] = (await readFile(await (await arriving).path(), 'utf8')).trim().split('\r\n');
    expect(first).toContain('Taken out by M-');
    expect(headings).toContain('Work phone');
    expect(lines.length).toBeGreaterThan(25);
    const id = address.split('/').at(-1) ?? '';
    expect(lines.every((line) => line.includes(id))).toBe(true);
    await expect(administrator.getByText('The file is downloaded.')).toBeVisible();
  });

  await test.step('the file is destroyed', async () => {
    await administrator.getByRole('button', { name: 'Destroy it now' }).click();
    await expect(administrator.getByText('File destroyed')).toBeVisible();
  });
});

test('the data of one selected person is taken out at once, and that person reads who did and why', async ({ signedIn }, { project }) => {
  const email = project.name === 'phone' ? people.employeeOfTwo : people.employee;
  const administrator = await signedIn(people.userAdministrator);
  const organization = /\/org\/[^/]+/.exec(administrator.url())?.[0] ?? '';
  const reason = `The new badge has to be sent (${project.name} ${Date.now()}).`;

  await test.step('from among those selected in the list', async () => {
    await administrator.goto(`${organization}/members`);
    await administrator.getByRole('searchbox', { name: 'Find a member' }).fill(email);
    await administrator.getByRole('button', { name: 'Find', exact: true }).click();
    const bar = administrator.getByRole('group', { name: 'What you can do with those selected' });
    await bar.getByRole('checkbox').check();
    await bar.getByRole('link', { name: 'Take out hidden data (1)' }).click();
    await expect(administrator.getByText('1 person you chose in the list of members.')).toBeVisible();
  });

  await test.step('at once, and followed until it is there', async () => {
    await administrator.getByRole('checkbox', { name: 'Work phone' }).check();
    await administrator.getByLabel('What do you need it for?').selectOption("Running members' accounts");
    await expect(administrator.getByText('1 person will be in the file')).toBeVisible();
    await administrator.getByLabel('Why now?').selectOption('In my own words');
    await administrator.getByLabel('Your reason').fill(reason);
    await administrator.getByRole('button', { name: 'Begin' }).click();
    await expect(administrator.getByText('Ready to fetch')).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the person reads it under "My privacy"', async () => {
    const employee = await signedIn(email);
    await employee.goto('/my');
    const look = employee.locator('sp-look-line').filter({ hasText: reason });
    await expect(look).toContainText('User administrator took this out in a file: Work phone');
  });
});
