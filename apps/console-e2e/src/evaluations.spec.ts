import { faults } from './axe';
import { changePlace, choose, expect, people, test } from './people';

test('the works council reads what was evaluated and signed, and nothing about anybody', async ({ signedIn }) => {
  const page = await signedIn(people.worksCouncil);
  const organization = new URL(page.url()).pathname.replace(/\/home$/, '');

  await test.step('evaluations are on, and listed as such', async () => {
    await page.goto(`${organization}/access/evaluations`);
    await expect(page.getByRole('heading', { level: 1, name: 'Evaluations' })).toBeVisible();
    await expect(page.getByText('On, under the agreement “Works agreement on the privacy console” (BV 12/2024).')).toBeVisible();
    await expect(page.getByText('Comparing how often each person looks').first()).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });

  await test.step('receipts, alerts and the log as such are one press away', async () => {
    await page.getByRole('link', { name: /Monthly receipts/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Monthly receipts' })).toBeVisible();
    await page.goto(`${organization}/access/evaluations`);
    await page.getByRole('link', { name: /^Log / }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Log, as such' })).toBeVisible();
    // who did what last is up to the other journeys: somebody did something, told by their role
    await expect(page.getByRole('row', { name: / (?:Owner|Privacy officer|User administrator|Helpdesk) / }).first()).toBeVisible();
    await expect(page.getByText(/M-\d{4}/)).toHaveCount(0);
  });

  await test.step('members and the log itself are not there', async () => {
    for (const path of ['members', 'audit', 'access/alerts']) {
      await page.goto(`${organization}/${path}`);
      await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible();
    }
  });
});

test('the privacy officer is told of somebody who looked unusually often, and asks', async ({ signedIn }, { project }) => {
  const page = await signedIn(people.privacyOfficer);
  const organization = new URL(page.url()).pathname.replace(/\/home$/, '');
  await page.goto(`${organization}/access/alerts`);
  await page.getByRole('table', { name: 'Alerts' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^M-\d+ looked unusually often/ })).toBeVisible();
  await expect(page.getByText(/On a day, usual for this person are 0/)).toBeVisible();
  // there is one alert for both browsers: the first one settles it
  if (project.name === 'phone') return;
  await page.getByLabel('Your reason').fill('A mail run to everybody; asked and seen.');
  await page.getByRole('button', { name: 'There was a reason' }).click();
  await expect(page.getByText(/Settled by M-/)).toBeVisible();
});

test('an owner says that an agreement is needed, and nobody is evaluated until it is entered', async ({ signedIn }, { project }) => {
  // each project asks for it somewhere else
  const page = await signedIn(project.name === 'phone' ? people.privacyCounsel : people.ownerWhoNeverAnswers);
  if (project.name === 'phone') await changePlace(page, 'SmartPAR direct users');
  await page.waitForURL(/\/home$/);
  const organization = new URL(page.url()).pathname.replace(/\/home$/, '');

  await test.step('it is needed, and everything is off', async () => {
    await page.goto(`${organization}/access/evaluations/agreement`);
    await choose(page, 'An agreement is needed');
    await page.getByLabel('With whom?').fill('the works council');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Off. This needs an agreement with the works council, and there is none yet.').first()).toBeVisible();
  });

  await test.step('the log of one person is not read', async () => {
    await page.goto(`${organization}/audit`);
    await page
      .getByRole('button', { name: /^Show only what M-/ })
      .first()
      .click();
    await expect(page.getByText('What people did is not evaluated here now')).toBeVisible();
  });

  await test.step('with the agreement it is on again, as everybody reads', async () => {
    await page.goto(`${organization}/access/evaluations/agreement`);
    await page.getByLabel('Title').fill('Works agreement on the console');
    await page.getByLabel('Reference').fill('WA 12');
    await page.getByLabel('First day').fill('2026-01-15');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('On, under the agreement “Works agreement on the console” (WA 12).').first()).toBeVisible();
    await page.goto('/my');
    await expect(page.getByText('On, under the agreement “Works agreement on the console” (WA 12).')).toBeVisible();
  });
});
