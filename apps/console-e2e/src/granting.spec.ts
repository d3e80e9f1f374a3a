import { faults } from './axe';
import { expect, people, test } from './people';

/** What each browser asks for, so that neither sees by what the other was given. */
const WISHES = { desk: ['Name', 'Åkerby-Test'], phone: ['Work e-mail', '.example'] } as const;

test('access is asked for, allowed by somebody else with two keystrokes, and gone from an open page within a second once it is ended', async ({ signedIn }, {
  project,
}) => {
  const [data, seen] = WISHES[project.name === 'phone' ? 'phone' : 'desk'];
  const [officer, auditor] = [await signedIn(people.privacyOfficer), await signedIn(people.auditor)];
  const organization = /\/org\/[^/]+/.exec(auditor.url())?.[0] ?? '';
  const reason = `Checking the list of names (${Date.now()}).`;

  await test.step('the auditor, who is shown nobody’s data, asks for some', async () => {
    await auditor.goto(`${organization}/access/grants/ask`);
    await auditor.getByRole('checkbox', { name: data, exact: true }).check();
    await auditor.getByRole('checkbox', { name: 'Looking into wrongdoing' }).check();
    await auditor.getByText('At once', { exact: true }).click();
    await auditor.getByLabel('Why do you need it?').fill(reason);
    expect(await faults(auditor)).toEqual([]);
    await auditor.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(auditor.getByText('Waits for a decision')).toBeVisible();
  });

  const address = new URL(auditor.url()).pathname;

  await test.step('somebody else has everything on one page, and decides with A and Enter', async () => {
    await officer.goto(address);
    await expect(officer.getByText(reason)).toBeVisible();
    expect(await faults(officer)).toEqual([]);
    await officer.keyboard.press('a');
    await officer.keyboard.press('Enter');
    await expect(officer.getByText('In force', { exact: true })).toBeVisible();
  });

  await test.step('an open list of members empties by itself when it is ended', async () => {
    await auditor.goto(`${organization}/members`);
    await expect(auditor.getByRole('main').getByText(seen).first()).toBeVisible();
    await officer.getByLabel('Why does it end?').fill('The names were checked.');
    await officer.getByRole('button', { name: 'End it now' }).click();
    await expect(officer.getByText('Ended early')).toBeVisible();
    await expect(auditor.getByRole('main').getByText(seen)).toHaveCount(0);
  });
});
