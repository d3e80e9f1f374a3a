import { type Page } from '@playwright/test';
import { faults } from './axe';
import { expect, people, test } from './people';

test('an owner composes a role, gives it for a group, and whoever holds it reaches the members there and nobody else', async ({ signedIn }, { project }) => {
  const name = `Gate watch ${project.name} ${Date.now() % 100_000}`;
  const owner = await signedIn(people.owner);
  const organization = /\/org\/[^/]+/.exec(owner.url())?.[0] ?? '';

  await test.step('what a role may permit is found by a word and read in plain sentences', async () => {
    await owner.goto(`${organization}/access/roles`);
    await owner.getByRole('link', { name: 'Compose a role' }).click();
    await owner.getByLabel('Name of the role').fill(name);
    await owner.getByRole('searchbox', { name: 'Search what can be permitted' }).fill('list of members');
    await owner.getByRole('checkbox', { name: /^See the list of members/ }).check();
    await expect(owner.getByText('1 chosen')).toBeVisible();
    expect(await faults(owner)).toEqual([]);
    await owner.getByRole('button', { name: 'Save' }).click();
    await expect(owner.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(owner.getByText('Open the page of a member')).toBeVisible();
  });

  await test.step('it is given to somebody for one group', async () => {
    await owner.getByRole('link', { name: 'Give a role' }).click();
    const dialog = owner.getByRole('dialog');
    await dialog.getByLabel('Member', { exact: true }).fill(people.shiftLead);
    await dialog.getByLabel('Where').selectOption({ label: 'Group: Drivers' });
    await dialog.getByRole('button', { name: 'Give', exact: true }).click();
    await expect(owner.getByText(`now holds ${name}`)).toBeVisible();
    await owner.getByLabel('Role', { exact: true }).selectOption({ label: name });
    await expect(lines(owner)).toHaveCount(1);
    await expect(lines(owner)).toContainText('Group: Drivers');
    expect(await faults(owner)).toEqual([]);
  });

  await test.step('its holder, who had the night shift before, sees the members of both groups, by their numbers, and nobody else', async () => {
    const holder = await signedIn(people.shiftLead);
    await holder.goto(`${organization}/members`);
    await expect(holder.getByRole('table', { name: 'Members' }).getByRole('row')).toHaveCount(33);
    await expect(holder.getByText('@larkspur.example')).toHaveCount(0);
  });

  await test.step('a role that somebody holds is not retired; once it is taken, it is', async () => {
    await owner.goto(`${organization}/access/roles`);
    await owner.getByRole('link', { name }).click();
    await retire(owner, name);
    await expect(owner.getByText('Somebody still holds this role.')).toBeVisible();
    await owner.getByRole('button', { name: `Take the role ${name}` }).click();
    await expect(owner.getByText(`no longer holds ${name}`)).toBeVisible();
    await retire(owner, name);
    await expect(owner.getByText(`${name} is retired.`)).toBeVisible();
    await expect(owner.getByRole('link', { name })).toHaveCount(0);
  });
});

test('members are put into a group from the list, and the list is narrowed to it', async ({ signedIn }, { project }) => {
  const name = `Team ${project.name} ${Date.now() % 100_000}`;
  const owner = await signedIn(people.owner);
  const organization = /\/org\/[^/]+/.exec(owner.url())?.[0] ?? '';
  await owner.goto(`${organization}/members/groups`);
  await owner.getByLabel('New group').fill(name);
  await owner.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(owner.getByRole('heading', { level: 2, name })).toBeVisible();
  expect(await faults(owner)).toEqual([]);

  await owner.goto(`${organization}/members`);
  const boxes = owner.getByRole('table', { name: 'Members' }).getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await owner.getByRole('button', { name: 'Groups' }).click();
  await owner.getByRole('dialog').getByLabel('Group', { exact: true }).selectOption({ label: name });
  await owner.getByRole('dialog').getByRole('button', { name: 'Put in' }).click();
  await expect(owner.getByText(`Are now in ${name}: 2 members`)).toBeVisible();

  await owner.getByLabel('Group', { exact: true }).selectOption({ label: name });
  await expect(lines(owner)).toHaveCount(2);
  await lines(owner).first().getByRole('link').click();
  await expect(owner.getByRole('region', { name: 'What is known' })).toContainText(name);
});

const lines = (page: Page) => page.getByRole('table').getByRole('rowgroup').nth(1).getByRole('row');

async function retire(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Retire' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: 'Retire' }).click();
}
