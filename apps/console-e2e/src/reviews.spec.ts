import type { Page } from '@playwright/test';
import { faults } from './axe';
import { expect, people, test } from './people';

/** The number of somebody, as the list of members tells it. */
const numberOf = (page: Page, organization: string, email: string): Promise<string> =>
  page.evaluate(
    async ([path, search]) => {
      const answer = await fetch(`/api/organizations/${path}/members/search`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ search, size: 1 }),
      });
      const { items } = (await answer.json()) as { items: { number: number }[] }; // as: the list's own contract
      return `M-${items[0]?.number}`;
    },
    [organization, email] as const,
  );

test('who holds a role is reviewed by somebody else with the keyboard, and ends in a signed certificate', async ({ signedIn }) => {
  const [owner, officer] = [await signedIn(people.owner), await signedIn(people.privacyOfficer)];
  const organization = /\/org\/([^/]+)/.exec(owner.url())?.[1] ?? '';

  await test.step('an owner says who answers, for whom and until when', async () => {
    await owner.goto(`/org/${organization}/access/reviews/start`);
    await owner.getByLabel('Where', { exact: true }).selectOption({ label: 'Role: Helpdesk' });
    await owner.getByLabel('Who answers', { exact: true }).fill(await numberOf(owner, organization, people.privacyOfficer));
    await owner.getByLabel('Who answers where they cannot').fill(await numberOf(owner, organization, people.substitute));
    expect(await faults(owner)).toEqual([]);
    await owner.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(owner.getByText('Running', { exact: true })).toBeVisible();
  });
  const address = new URL(owner.url()).pathname;

  await test.step('it waits on the reviewer’s first page, who keeps all of it with a few keys', async () => {
    await officer.goto(`/org/${organization}/home`);
    await expect(officer.getByRole('link', { name: /Say who still needs access/ }).first()).toBeVisible();
    await officer.goto(address);
    await expect(officer.getByText(/last used|never used|use is not told/).first()).toBeVisible();
    expect(await faults(officer)).toEqual([]);
    const rows = officer.locator('sp-review-items .body [role=row]');
    for (let left = await rows.count(); left > 0; left -= 1) {
      await officer.keyboard.press('j');
      await officer.keyboard.press('a');
      await expect(officer.getByRole('dialog')).toBeVisible();
      await officer.keyboard.press('Enter');
      await expect(rows).toHaveCount(left - 1);
      // while the dialog closes, keys are still its own
      await expect(officer.getByRole('dialog')).toHaveCount(0);
    }
    await expect(officer.getByText('Nothing waits for an answer')).toBeVisible();
  });

  await test.step('the owner closes it early and keeps the certificate', async () => {
    await owner.reload();
    await owner.getByRole('button', { name: 'Close it now' }).click();
    await expect(async () => {
      await owner.reload();
      await expect(owner.getByText('Closed', { exact: true }).first()).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 20_000 });
    expect(await faults(owner)).toEqual([]);
    const [file] = await Promise.all([owner.waitForEvent('download'), owner.getByRole('button', { name: 'As PDF' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^access-review-\d{4}-\d\d-\d\d\.pdf$/);
  });
});

test('an owner takes the evidence of a period out', async ({ signedIn }) => {
  const owner = await signedIn(people.owner);
  const organization = /\/org\/([^/]+)/.exec(owner.url())?.[1] ?? '';
  await owner.goto(`/org/${organization}/access/reviews/auditors`);
  await expect(owner.getByText('Nobody checks from outside at present.')).toBeVisible();
  expect(await faults(owner)).toEqual([]);
  const [file] = await Promise.all([owner.waitForEvent('download'), owner.getByRole('button', { name: 'Take it out' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^evidence-.*\.zip$/);
});
