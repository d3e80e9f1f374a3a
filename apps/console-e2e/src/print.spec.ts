import { faultsOfColour } from './axe';
import { choose, expect, go, openPersonMenu, people, test } from './people';

test('a request is readable on paper, even for those who chose dark', async ({ signedIn }) => {
  const officer = await signedIn(people.privacyOfficer);
  await openPersonMenu(officer);
  await choose(officer, 'Dark');
  await officer.keyboard.press('Escape');
  await go(officer, 'Inbox');
  await officer.getByRole('row').filter({ hasText: 'Access to data' }).getByRole('link').click();
  const happened = officer.getByRole('list', { name: /happened/ });
  await expect(happened.getByText('Please send me a copy of everything you hold about me.')).toBeVisible();
  const clock = officer.locator('sp-request-clock').getByText(/day/);
  await expect(clock).toBeVisible();

  await officer.emulateMedia({ media: 'print' });
  await expect(officer.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(clock).toBeVisible();
  await expect(happened.getByText('Please send me a copy of everything you hold about me.')).toBeVisible();
  await expect(officer.getByRole('navigation')).toHaveCount(0);
  await expect(officer.getByRole('textbox')).toHaveCount(0);
  const times = await happened
    .locator('time')
    .evaluateAll((all) => all.map((time) => ({ onScreen: getComputedStyle(time).fontSize, onPaper: getComputedStyle(time, '::after').content })));
  expect(times.length).toBeGreaterThan(1);
  for (const { onScreen, onPaper } of times) {
    expect(onScreen, '"4 weeks ago" says nothing on paper').toBe('0px');
    expect(onPaper).toMatch(/\d.*20\d\d/);
  }
  expect(await faultsOfColour(officer)).toEqual([]);
});
