import type { Page } from '@playwright/test';
import { faults } from './axe';
import { expect, go, people, test } from './people';

/** The member number of whoever is at a page of their organization. */
const numberOf = async (page: Page): Promise<number> => {
  const organization = /\/org\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const answer = await page.request.get(`/api/organizations/${organization}/my/profile`);
  const { number } = (await answer.json()) as { number: number }; // as: the contract of the own profile
  return number;
};

test('somebody looks in an emergency, another one is told at once and judges it', async ({ signedIn }, { project }) => {
  const phone = project.name === 'phone';
  const breaker = await signedIn(phone ? people.owner : people.userAdministrator);
  const said = `Somebody fell in the workshop, seen on a ${project.name}.`;

  await test.step('it begins after saying why, and what follows is said first', async () => {
    await breaker.goto(breaker.url().replace(/\/home.*$/, '/access/break-glass/now'));
    await breaker.locator('label').filter({ hasText: 'Somebody is in danger' }).click();
    await breaker.getByLabel('Work phone').check();
    await breaker.getByLabel('What happened, and why nobody could be asked').fill(said);
    await expect(breaker.getByText('Owners and privacy officers are told at once')).toBeVisible();
    expect(await faults(breaker)).toEqual([]);
    await breaker.getByRole('button', { name: 'Begin now' }).click();
    await expect(breaker.getByRole('timer')).toHaveText(/left/);
    await expect(breaker.getByText(/You are looking in an emergency until/)).toBeVisible();
    expect(await faults(breaker)).toEqual([]);
  });

  const reviewer = await signedIn(phone ? people.privacyOfficer : people.owner);
  await test.step('another one finds it on the first page, with what happened', async () => {
    await reviewer.getByRole('link', { name: new RegExp(`Somebody looked in an emergency M-${await numberOf(breaker)}`) }).click();
    await expect(reviewer.getByText(said)).toBeVisible();
    expect(await faults(reviewer)).toEqual([]);
  });

  await test.step('and says whether it was justified, in words', async () => {
    await reviewer.getByLabel('Why').fill('Nobody else was there to be asked.');
    await reviewer.getByRole('button', { name: 'It was justified' }).click();
    await expect(reviewer.getByRole('heading', { name: 'What was found' })).toBeVisible();
    expect(await faults(reviewer)).toEqual([]);
  });

  await test.step('whoever broke the glass ends it, and nothing is left open', async () => {
    // the notice stands above every page, and leads back
    await go(breaker, 'Members');
    await breaker.getByRole('button', { name: 'Open', exact: true }).click();
    await breaker.getByRole('main').getByRole('button', { name: 'End it' }).click();
    await expect(breaker.getByRole('button', { name: 'Begin now' })).toBeVisible();
    await expect(breaker.getByText(/You are looking in an emergency until/)).toBeHidden();
  });
});
