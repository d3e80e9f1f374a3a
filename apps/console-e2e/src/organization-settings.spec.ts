import { type Page } from '@playwright/test';
import { changePlace, expect, go, people, test } from './people';

const NOBODYS = '01890000-0000-7000-8000-000000000000';

test('an owner changes the privacy contact and adds a site, finds both in the log, and nothing of another tenant', async ({ signedIn }, { project }) => {
  // Each project changes an organization of its own: two owners at one form would rightly be told of each other.
  const owner = await signedIn(project.name === 'phone' ? people.platformOperator : people.owner);
  const begun = Date.now();
  const stamp = String(begun);
  if (project.name === 'phone') await changePlace(owner, 'SmartPAR');
  await go(owner, 'Settings');
  const settings = owner.getByRole('navigation', { name: 'Settings' });

  await test.step('the privacy contact gets another postal address', async () => {
    await settings.getByRole('link', { name: 'Privacy contact' }).click();
    const contact = owner.getByRole('region', { name: 'Privacy contact' });
    const name = await contact.locator('strong').innerText();
    await contact.getByRole('button', { name: 'Change the privacy contact' }).click();
    await expect(contact.getByLabel('Name', { exact: true })).toHaveValue(name);
    await contact.getByLabel('Postal address').fill(`Room ${stamp}\nLerchenweg 1\n34117 Kassel`);
    await contact.getByRole('button', { name: 'Save' }).click();
    await expect(contact.getByText(`Room ${stamp}`)).toBeVisible();
    await owner.reload();
    await expect(contact.getByText(`Room ${stamp}`)).toBeVisible();
  });

  await test.step('a legal entity and its site are added', async () => {
    await settings.getByRole('link', { name: 'Sites' }).click();
    await owner.getByRole('button', { name: 'Add a legal entity' }).click();
    await owner.getByLabel('Name', { exact: true }).fill(`Larkspur Optics ${stamp}`);
    await owner.getByLabel('Country of its seat').selectOption('Austria');
    await owner.getByLabel('Postal address').fill('Amselgasse 3\n1010 Vienna');
    await owner.getByRole('button', { name: 'Save' }).click();
    await expect(owner.getByRole('heading', { name: `Larkspur Optics ${stamp}` })).toBeVisible();

    await owner.getByRole('button', { name: 'Add a site' }).click();
    await owner.getByRole('button', { name: 'Save' }).click();
    await expect(owner.getByRole('heading', { name: `Workshop ${stamp}` })).toHaveCount(0);
    await owner.getByLabel('Name of the site').fill(`Workshop ${stamp}`);
    await owner.getByLabel('Responsible legal entity').selectOption(`Larkspur Optics ${stamp}`);
    await owner.getByLabel('Country', { exact: true }).selectOption('Austria');
    await owner.getByLabel('Postal address').fill('Amselgasse 3\n1010 Vienna');
    await owner.getByRole('button', { name: 'Save' }).click();
    const site = owner.getByRole('listitem').filter({ has: owner.getByRole('heading', { name: `Workshop ${stamp}` }) });
    await expect(site).toContainText(`Under Larkspur Optics ${stamp}, in Austria`);
  });

  await test.step('the log tells of each, without what was typed', async () => {
    await go(owner, 'Log');
    const log = owner.getByRole('table', { name: 'Log entries' });
    for (const sentence of ['Added a site', 'Added a legal entity', 'Named the privacy contact']) {
      const newest = log.getByRole('row').filter({ hasText: sentence }).first();
      await expect(newest).toBeVisible();
      expect(Date.parse((await newest.locator('time').getAttribute('datetime')) ?? ''), `${sentence}, by this journey`).toBeGreaterThanOrEqual(begun);
    }
    await expect(log.getByText(stamp)).toHaveCount(0);
  });

  await test.step("another tenant's address looks like one that does not exist", async () => {
    const other = await signedIn(people.ownerWhoNeverAnswers);
    const [, , theirs] = new URL(other.url()).pathname.split('/');
    const seen = [await textAt(owner, `/org/${theirs}/settings/sites`), await textAt(owner, `/org/${NOBODYS}/settings/sites`)];
    expect(seen[0]).toBe(seen[1]);
    expect((await owner.request.get(`/api/organizations/${theirs}/sites`)).status()).toBe(404);
  });
});

/** What the page at an address says where there is nothing. */
async function textAt(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  return page.getByRole('main').innerText();
}
