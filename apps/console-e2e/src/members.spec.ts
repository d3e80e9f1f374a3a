import { type Page } from '@playwright/test';
import { Mailbox, linkIn } from './mailbox';
import { expect, fillSignIn, go, people, signInOf, test } from './people';

const PHONE = '+1 202 555 0142';

test('an owner finds a member and looks at the phone number, and that person reads who looked and why', async ({ signedIn }, { project }) => {
  const reason = `The meeting moved, on my ${project.name} ${Date.now()}.`;
  // two browsers do not correct the same person at the same time
  const email = project.name === 'phone' ? people.employeeOfTwo : people.employee;
  const owner = await signedIn(people.owner);

  await test.step('finding them leaves nothing of it in the address', async () => {
    await go(owner, 'Members');
    await expect(owner.getByRole('table', { name: 'Members' })).toBeVisible();
    await find(owner, 'Find', email);
    await expect(rows(owner)).toHaveCount(1);
    expect(owner.url()).not.toMatch(/employee|both|larkspur/);
    await owner.reload();
    await expect(owner.getByRole('searchbox', { name: 'Find a member' })).toHaveValue(email);
    await expect(rows(owner)).toHaveCount(1);
    await rows(owner).getByRole('link').click();
    await expect(owner.getByRole('heading', { level: 1, name: /^Member M-\d+$/ })).toBeVisible();
  });

  await test.step('a phone number is kept, and hidden even from who typed it', async () => {
    await owner.getByRole('button', { name: /^Correct facts/ }).click();
    await owner.getByRole('dialog').getByLabel('Work phone').fill(PHONE);
    await owner.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(owner.getByText('The facts are corrected.')).toBeVisible();
    await expect(owner.getByRole('dialog')).toHaveCount(0);
    await expect(owner.getByText(PHONE)).toHaveCount(0);
  });

  await test.step('it is shown for a minute once there is a reason', async () => {
    await owner.keyboard.press('r');
    const dialog = owner.getByRole('dialog');
    await expect(dialog).toContainText('Look at: Work phone');
    await dialog.getByLabel('What do you need it for?').selectOption("Running members' accounts");
    await dialog.getByLabel('Why now?').selectOption('In my own words');
    await dialog.getByLabel('Your reason').fill(reason);
    await dialog.getByRole('button', { name: 'Show it for a minute' }).click();
    await expect(owner.getByRole('region', { name: 'What is known' })).toContainText(PHONE);
  });

  await test.step('the way back still knows what was searched for', async () => {
    await owner.getByRole('navigation', { name: 'Neighbours in the list' }).getByRole('link', { name: 'Members' }).click();
    await expect(owner.getByRole('searchbox', { name: 'Find a member' })).toHaveValue(email);
  });

  await test.step('the person reads it under "My privacy"', async () => {
    const employee = await signedIn(email);
    await employee.goto('/my');
    const look = employee.locator('sp-look-line').filter({ hasText: reason });
    await expect(look).toContainText('Owner looked at: Work phone');
    await expect(look).toContainText("for: Running members' accounts");
  });
});

test('the helpdesk finds a person by the whole address, and by nothing less', async ({ stranger }) => {
  const helpdesk = await stranger();
  await helpdesk.goto('/sign-in');
  await fillSignIn(helpdesk, signInOf(people.helpdesk));
  await helpdesk.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: 'Mitglieder' }).click();
  await expect(helpdesk.getByRole('heading', { level: 1, name: 'Ein Mitglied finden' })).toBeVisible();
  await expect(helpdesk.getByRole('table')).toHaveCount(0);
  await find(helpdesk, 'Finden', people.employee.split('@')[0] ?? '');
  await expect(helpdesk.getByText('Niemand wurde gefunden')).toBeVisible();
  await find(helpdesk, 'Finden', people.employee);
  await expect(rows(helpdesk)).toHaveCount(1);
  await expect(rows(helpdesk)).toContainText(/M-\d+/);
  await expect(helpdesk.getByText(people.employee)).toHaveCount(0);
  await rows(helpdesk).getByRole('link').click();
  await expect(helpdesk.getByRole('button', { name: /^Aufdecken ?: Verborgener Name/ })).toBeVisible();
  await expect(helpdesk.getByText(people.employee)).toHaveCount(0);
});

test('somebody who is invited chooses a password and comes in', async ({ signedIn, stranger, request }, { project }) => {
  const email = `mira.${project.name}.${Date.now()}@larkspur.example`;
  const password = 'tidal lantern orbit mosaic';
  const mailbox = await Mailbox.of(request, email);
  const owner = await signedIn(people.owner);
  await go(owner, 'Members');
  await owner.getByRole('link', { name: 'Invite somebody' }).click();
  await owner.getByLabel('Work e-mail').fill(email);
  await owner.getByLabel('First name').fill('Mira');
  await owner.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(owner.getByRole('heading', { level: 1, name: /^Member M-\d+$/ })).toBeVisible();
  await expect(owner.getByRole('list', { name: 'What happened' })).toContainText('Was invited');

  const person = await stranger();
  await person.goto(linkIn(await mailbox.next(/invites you/)));
  await expect(person.getByRole('heading', { name: 'Larkspur Instruments invites you to join' })).toBeVisible();
  expect(person.url()).toMatch(/\/invitation$/);
  await person.getByLabel('New password').fill(password);
  await person.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(person.getByRole('heading', { name: 'You have joined' })).toBeVisible();
  await person.getByRole('link', { name: 'Sign in' }).last().click();
  await person.getByLabel('E-mail address').fill(email);
  await person.getByLabel('Password', { exact: true }).fill(password);
  await person.getByRole('button', { name: 'Sign in' }).click();
  await expect(person.getByRole('navigation', { name: 'Main' })).toBeVisible();

  await owner.reload();
  await expect(owner.getByText('The invitation was accepted with a new account')).toBeVisible();
});

/** The rows of the list, without its head. */
const rows = (page: Page) =>
  page
    .getByRole('table', { name: /^(Members|Mitglieder)$/ })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });

async function find(page: Page, word: string, term: string): Promise<void> {
  await page.getByRole('searchbox').fill(term);
  await page.getByRole('button', { name: word, exact: true }).click();
}

test('several members are suspended at once, and let in again', async ({ signedIn }, { project }) => {
  const page = await signedIn(people.owner);
  await page.goto(`${new URL(page.url()).pathname.replace(/\/home$/, '')}/members`);
  // each on members of its own: two changes at once would refuse each other
  const first = project.name === 'phone' ? 6 : 2;
  const boxes = page.getByRole('checkbox', { name: /^Select M-/ });
  const report = page.getByRole('region', { name: /Suspend|Let in again/ });

  await test.step('a range is selected by keyboard', async () => {
    await boxes.nth(first).press('Space');
    await page
      .getByRole('table')
      .getByRole('link')
      .nth(first + 1)
      .focus();
    await page.keyboard.press('Shift+X');
    await expect(page.getByText('2 selected.')).toBeVisible();
  });

  for (const [word, act] of [
    ['Suspend (2)', 'Suspend'],
    ['Let in again (2)', 'Let in again'],
  ] as const) {
    await test.step(act, async () => {
      await page.getByRole('button', { name: word }).click();
      await page.getByRole('dialog').getByRole('button', { name: act }).click();
      await expect(report).toContainText('Done: 2 of 2.');
      await report.getByRole('button', { name: 'Put away' }).click();
      await expect(report).toBeHidden();
    });
  }
  await expect(boxes.nth(first)).toBeChecked();
});
