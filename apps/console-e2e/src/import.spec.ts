import { type Page } from '@playwright/test';
import { bring, check, csv, type Csv } from './files';
import { Mailbox, linkIn } from './mailbox';
import { expect, go, people, test } from './people';

const PHONE = '+44 7700 900123';
const PASSWORD = 'harbour velvet comet thicket';

/** A crowd to be imported, where it goes, and the three faults its file begins with. */
interface Crowd {
  readonly owner: string;
  readonly lines: number;
  readonly faulty: Csv;
  readonly mended: Csv;
  /** the one who is found later */
  readonly email: string;
}

/** An organization imports one file at a time: each browser has one of its own. */
function crowdOf(project: string): Crowd {
  const [owner, site, lines] = project === 'phone' ? [people.owner, 'Kassel works', 12] : [people.ownerWhoNeverAnswers, 'Bakery', 5000];
  const stamp = `${project}.${Date.now()}`;
  const addressOf = (n: number): string => `zephyr.${stamp}.${n}@crowd.example`;
  // at the end of every list by name, where no other journey looks
  const lineOf = (n: number): string => `${addressOf(n)};Zéphyr ${n};Žzyx;${PHONE};${site}`;
  const mended = Array.from({ length: lines }, (_, n) => lineOf(n));
  const faulty = mended.with(1, lineOf(1).replace('@', ' at ')).with(3, lineOf(2)).with(5, lineOf(5).replace(site, 'Atlantis'));
  const headings = 'E-Mail;Vorname;Nachname;Telefon;Standort';
  return { owner, lines, faulty: csv('people.csv', [headings, ...faulty]), mended: csv('people mended.csv', [headings, ...mended]), email: addressOf(7) };
}

test('a file of thousands with three faults is understood, mended and imported, and one of them reads who looked and why', async ({
  signedIn,
  stranger,
  request,
}, { project }) => {
  const { owner: address, lines, faulty, mended, email } = crowdOf(project.name);
  const reason = `Their delivery stands at the gate, on my ${project.name} ${Date.now()}.`;
  const count = (value: number): string => new Intl.NumberFormat('en-GB').format(value);
  const owner = await signedIn(address);

  await test.step('the file is brought and checked, and changes nothing yet', async () => {
    await go(owner, 'Members');
    await owner.getByRole('link', { name: 'Import', exact: true }).click();
    await bring(owner, 'Choose a file', faulty);
    await check(owner);
    await expect(owner.getByText(`${count(lines)} lines were read. No member has been changed yet.`)).toBeVisible();
    await expect(owner.locator('sp-share-bar')).toContainText(`New members${count(lines - 3)}`);
  });

  await test.step('each fault says where it is, what is wrong and what to do', async () => {
    const faults = owner
      .getByRole('table', { name: 'Lines with faults' })
      .getByRole('row')
      .filter({ has: owner.getByRole('cell') });
    await expect(faults).toHaveCount(3);
    await expect(faults.nth(0)).toContainText(/3.*A · Work e-mail.*This is not an e-mail address\..*It looks like name@example\.com/s);
    await expect(faults.nth(1)).toContainText(/5.*A · Work e-mail.*The same person stands in line 4\..*Delete one/s);
    await expect(faults.nth(2)).toContainText(/7.*E · Site.*No site has this name\..*leave the cell empty/s);
  });

  await test.step('the mended file is brought, with the columns as they were, and is there again after leaving', async () => {
    await bring(owner, 'Choose the mended file', mended);
    await expect(owner.getByText('as last time').first()).toBeVisible();
    await go(owner, 'Members');
    await owner.getByRole('link', { name: 'Go on' }).click();
    await check(owner);
    await expect(owner.locator('sp-share-bar')).toContainText(`New members${count(lines)}`);
    await expect(owner.getByRole('table', { name: 'Lines with faults' })).toHaveCount(0);
  });

  await test.step('nothing is sent unless that is said, and the button says what it does', async () => {
    const add = owner.getByRole('button', { name: `Add ${count(lines)} members` });
    await add.click();
    await expect(owner.getByText('Choose whether mails are sent.')).toBeVisible();
    await owner.getByRole('radio', { name: 'No, send no mails' }).check();
    await add.click();
    await expect(owner.getByRole('heading', { name: 'The import is done' })).toBeVisible({ timeout: 60_000 });
    await expect(owner.locator('sp-share-bar')).toContainText(`Added${count(lines)}`);
  });

  const mailbox = await Mailbox.of(request, email);
  await test.step('one of them is found, invited and looked at', async () => {
    await owner.getByRole('link', { name: 'To the new members' }).click();
    await find(owner, email);
    await owner
      .getByRole('button', { name: /^Send an invitation/ })
      .first()
      .click();
    await expect(owner.getByText('The invitation is on its way.').first()).toBeVisible();
    await reveal(owner, reason);
  });

  await test.step('that person joins and reads who looked, and why', async () => {
    const person = await stranger();
    await join(person, linkIn(await mailbox.next(/invites you/)), email);
    await person.goto('/my/ledger');
    const look = person.locator('sp-look-line').filter({ hasText: reason });
    await expect(look).toContainText('Owner looked at: Work phone');
    await expect(look).toContainText("for: Running members' accounts");
  });
});

async function find(page: Page, email: string): Promise<void> {
  await page.getByRole('searchbox').fill(email);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  const rows = page
    .getByRole('table', { name: 'Members' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
  await expect(rows).toHaveCount(1);
  await rows.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: /^Member M-\d+$/ })).toBeVisible();
}

async function reveal(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: /^Reveal.*Hidden phone number/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What do you need it for?').selectOption("Running members' accounts");
  await dialog.getByLabel('Why now?').selectOption('In my own words');
  await dialog.getByLabel('Your reason').fill(reason);
  await dialog.getByRole('button', { name: 'Show it for a minute' }).click();
  // whoever looks for the first time reads and signs what they promise before that
  const known = page.getByRole('region', { name: 'What is known' }).getByText(PHONE);
  const sign = page.getByRole('button', { name: 'Sign and go on' });
  await expect(known.or(sign)).toBeVisible();
  if (await sign.isVisible()) {
    await page.getByLabel('Your name').fill('Poppy Fernsby');
    await sign.click();
  }
  await expect(known).toBeVisible();
}

async function join(page: Page, link: string, email: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(page.getByRole('heading', { name: 'You have joined' })).toBeVisible();
  await page.getByRole('link', { name: 'Sign in' }).last().click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

test('a list is taken out as a file by those who may, and nothing of a search stands in an address', async ({ signedIn }) => {
  const owner = await signedIn(people.owner);
  const addresses: string[] = [];
  owner.on('request', (request) => addresses.push(request.url()));
  await go(owner, 'Members');
  await owner.getByRole('searchbox').fill(people.employee);
  await owner.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(owner.getByRole('table', { name: 'Members' }).getByRole('link')).toHaveCount(1);
  await owner.getByRole('button', { name: 'Download list' }).click();
  const dialog = owner.getByRole('dialog', { name: 'Download the list as a file' });
  await expect(dialog).toContainText('1 member will be in it.');
  await expect(dialog).toContainText('First name, Last name, Display name, Work e-mail,');
  await expect(dialog).not.toContainText(/phone/i);
  const download = owner.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toMatch(/^members-\d{4}-\d\d-\d\d\.csv$/);
  await expect(dialog).toHaveCount(0);
  expect(addresses.filter((one) => one.includes('employee'))).toEqual([]);
});

test('there is no way to importing for those who may not', async ({ signedIn }) => {
  const auditor = await signedIn(people.auditor);
  await go(auditor, 'Members');
  await expect(auditor.getByRole('table', { name: 'Members' })).toBeVisible();
  await expect(auditor.getByRole('link', { name: 'Import' })).toHaveCount(0);
  await expect(auditor.getByRole('button', { name: 'Download list' })).toHaveCount(0);
  await auditor.goto(`${new URL(auditor.url()).pathname}/import`);
  await expect(auditor.getByText('There is nothing here')).toBeVisible();
});
