import { type Page } from '@playwright/test';
import { faults, faultsOfColour, shown } from './axe';
import { bring, check, csv } from './files';
import { Mailbox, linkIn } from './mailbox';
import { changePlace, expect, people, test } from './people';

const PUBLIC = [
  '/',
  '/ask',
  '/ask/confirm',
  '/follow',
  '/sign-in',
  '/forgotten-password',
  '/reset-password',
  '/invitation',
  '/leaver',
  '/member-address',
  '/private-address',
  '/sign-in-address',
  '/privacy',
  '/nowhere',
];
const ORGANIZATION = [
  'home',
  'inbox',
  'members',
  'members/invite',
  'members/import',
  'members/groups',
  'members/help',
  'access/people',
  'access/roles',
  'access/roles/new',
  'access/roles/owner',
  'access/roles/kept-apart',
  'access/reviews',
  'access/reviews/start',
  'access/reviews/auditors',
  'access/lockbox',
  'access/lockbox/rules',
  'access/break-glass',
  'access/break-glass/now',
  'access/evaluations',
  'access/evaluations/agreement',
  'access/evaluations/alerts',
  'access/evaluations/receipts',
  'access/alerts',
  'log-outline',
  'settings/profile',
  'settings/privacy-contact',
  'settings/sites',
  'settings/domains',
  'settings/directory',
  'settings/attributes',
  'settings/leaving',
  'settings/objections',
  'settings/sign-in-address',
  'settings/grants',
  'settings/second-factor',
  'settings/second-factor?member=M-10001',
  'settings/usage',
  'settings/system-tokens',
  'settings/templates',
  'audit',
];

test('every public page is for everybody', async ({ page }) => {
  test.slow();
  for (const address of PUBLIC) await forEverybody(page, address);
});

test('every page behind a mailed link is for everybody', async ({ page, request }, { project }) => {
  test.slow();
  const email = `somebody.${Date.now()}@larkspur.example`;
  const mailbox = await Mailbox.of(request, email);
  await page.goto('/ask');
  await page.getByLabel('Your question').fill('Who can see when I was at work?');
  await page.getByLabel('E-mail address you use with SmartPAR').fill(email);
  await page.getByRole('button', { name: 'Send my question' }).click();
  await expect(page.getByRole('heading', { name: 'Now look into your mail' })).toBeVisible();
  await forEverybody(page, linkIn(await mailbox.next(/confirm your privacy question/)));
  await page.getByRole('button', { name: 'Hand it over' }).click();
  await expect(page.getByRole('heading', { name: 'Your question is on its way' })).toBeVisible();
  await look(page, 'the receipt');
  await forEverybody(page, linkIn(await mailbox.next(/We have your privacy question/)));

  const forgetful = project.name === 'phone' ? people.employeeOfTwo : people.employee;
  const mails = await Mailbox.of(request, forgetful);
  expect((await request.post('/api/password-resets', { data: { email: forgetful } })).status()).toBe(202);
  await forEverybody(page, linkIn(await mails.next(/Choose a new password/)));
  await expect(page.getByLabel('New password')).toBeVisible();
  await forEverybody(page, '/development/mails');
  await expect(page.getByRole('article')).not.toHaveCount(0);
});

test('"My privacy" is for everybody', async ({ signedIn }) => {
  test.slow();
  const page = await signedIn(people.employeeOfTwo);
  for (const address of ['/my', '/my/held', '/my/ledger', '/my/claims', '/my/usage', '/my/sessions', '/my/account', '/my/second-factor', '/my/proof'])
    await forEverybody(page, address);
  await page.goto('/my');
  await page.getByRole('link', { name: 'Leave Larkspur Instruments' }).click();
  await expect(page).toHaveURL(/\/my\/leave\//);
  await look(page, 'before one leaves an organization');
});

test('every page of an organization is for everybody', async ({ signedIn }) => {
  test.slow();
  const page = await signedIn(people.owner);
  const organization = new URL(page.url()).pathname.replace(/\/home$/, '');
  for (const path of ORGANIZATION) await forEverybody(page, `${organization}/${path}`);
  await page.goto(`${organization}/settings/domains`);
  await page.getByRole('link', { name: 'Accounts that use this domain' }).first().click();
  await expect(page).toHaveURL(/\/accounts$/);
  await look(page, 'the accounts of a domain');
  const officer = await signedIn(people.privacyOfficer);
  await officer.goto(`${organization}/inbox`);
  await officer.getByRole('table').getByRole('link').first().click();
  await expect(officer.getByRole('list', { name: /happened/ })).toBeVisible();
  await forEverybody(officer, new URL(officer.url()).pathname);
});

test('the page of a member, and what is done to many of them, is for everybody', async ({ signedIn }) => {
  test.slow();
  const page = await signedIn(people.owner);
  const members = new URL(page.url()).pathname.replace(/\/home$/, '/members');
  await page.goto(members);
  await page
    .getByRole('checkbox', { name: /^Select M-/ })
    .first()
    .press('Space');
  await page.getByRole('button', { name: /^Change the site/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Change the site of 1 member');
  await look(page, 'many members, before it is done');
  await page.keyboard.press('Escape');
  await look(page, 'many members');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: /^Member M-/ })).toBeVisible();
  const member = new URL(page.url()).pathname;
  await forEverybody(page, member);
  await forEverybody(page, `${member}/leaving`);
  // everything is hidden from an auditor, who is told who grants access
  const auditor = await signedIn(people.auditor);
  await auditor.goto(member);
  await auditor.getByRole('button', { name: /How do I get access.*Name/ }).click();
  await expect(auditor.getByRole('dialog')).toContainText('An owner of this organization decides');
  await look(auditor, 'who grants access');
});

test('every step of an import is for everybody', async ({ signedIn }, { project }) => {
  test.slow();
  // an organization imports one file at a time: each browser has one where no other journey does
  const [owner, place] = project.name === 'phone' ? [people.privacyCounsel, 'SmartPAR direct users'] : [people.platformOperator, 'SmartPAR'];
  const page = await signedIn(owner);
  await changePlace(page, place);
  await page.waitForURL(/\/org\/[0-9a-f-]{36}/);
  await page.goto(`${/\/org\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? ''}/members/import`);
  const lines = ['E-Mail;Vorname;Nachname;Standort', `zoé.${Date.now()}@crowd.example;Zoé;Žzyx;`, 'nobody;;=1+1;Atlantis', 'x;x'];
  await bring(page, 'Choose a file', csv('people.csv', lines));
  await expect(page.getByRole('group', { name: 'Do these names look right?' })).toBeVisible();
  await look(page, 'how a file reads');
  await page.goto(new URL('.', page.url()).pathname.replace(/\/$/, ''));
  await expect(page.getByRole('heading', { name: 'An import is not finished' })).toBeVisible();
  await look(page, 'an import that is not finished');
  await page.getByRole('link', { name: 'Go on' }).click();
  await check(page);
  await expect(page.getByRole('table', { name: 'Lines with faults' })).toBeVisible();
  await page.getByRole('button', { name: 'Add 1 member' }).click();
  await look(page, 'what a file would do');
  await page.getByRole('radio', { name: 'No, send no mails' }).check();
  await page.getByRole('checkbox', { name: 'Leave out the 2 lines with faults' }).check();
  await page.getByRole('button', { name: 'Add 1 member' }).click();
  await expect(page.getByRole('heading', { name: 'The import is done' })).toBeVisible({ timeout: 60_000 });
  await forEverybody(page, new URL(page.url()).pathname);
});

test('the words of the bar on a phone are there in whole, in German too', async ({ signedIn }) => {
  const page = await signedIn(people.owner);
  await page.setViewportSize({ width: 320, height: 640 });
  const cut = () =>
    page.locator('sp-rail.bar span').evaluateAll((words) => words.filter((word) => word.scrollWidth > word.clientWidth).map((word) => word.textContent));
  for (const [language, word] of [
    ['en', 'Members'],
    ['de', 'Mitglieder'],
  ] as const) {
    await page.evaluate((chosen) => localStorage.setItem('language', chosen), language);
    for (const address of [new URL(page.url()).pathname, '/my']) {
      await page.goto(address);
      await expect(page.locator('sp-rail.bar a').first()).toBeVisible();
      if (address !== '/my') await expect(page.locator('sp-rail.bar').getByText(word)).toBeVisible();
      expect.soft(await cut(), `${address} in ${language}`).toEqual([]);
    }
    await page.goBack();
  }
});

test('oversight is for everybody', async ({ signedIn }) => {
  const page = await signedIn(people.support);
  for (const address of ['/oversight', '/oversight/escalations', '/oversight/disputes', '/oversight/lockboxes', '/oversight/lockboxes/new'])
    await forEverybody(page, address);
});

test('the keyboard reaches everything', async ({ signedIn }) => {
  const page = await signedIn(people.privacyOfficer);
  await page.goto('/my');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find a page' })).toBeFocused();
  await page.keyboard.type('inbox');
  await expect(page.getByRole('option', { name: /Inbox/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Keyboard shortcuts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

/** Opens a page and looks at it. */
async function forEverybody(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await look(page, address);
}

/** Looks at the page in light and dark with axe, and for anything that does not fit into 320 px. */
async function look(page: Page, name: string): Promise<void> {
  await test.step(name, async () => {
    await shown(page);
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    expect.soft(await faults(page), `${name} in light`).toEqual([]);
    const own = page.viewportSize() ?? { width: 1280, height: 800 };
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await faultsOfColour(page), `${name} in dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 320, height: 640 });
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(tooWide, `${name} scrolls sideways at 320 px`).toBeLessThanOrEqual(0);
    await page.setViewportSize(own);
  });
}
