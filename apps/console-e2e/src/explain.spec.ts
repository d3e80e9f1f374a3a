import type { Page } from '@playwright/test';
import { faults } from './axe';
import { choose, expect, go, people, test } from './people';

test('an owner learns who sees a phone number and why, what somebody sees, and what a role would change', async ({ signedIn }) => {
  const owner = await signedIn(people.owner);

  await test.step('from a member’s page to everybody who can see the phone number, with the rule', async () => {
    await go(owner, 'Members');
    await find(owner, people.employee);
    await owner.getByRole('table', { name: 'Members' }).getByRole('link').first().click();
    await owner.getByRole('link', { name: /^Who can see: Work phone, of M-/ }).click();
    await expect(owner.getByRole('heading', { level: 1, name: 'Who sees what, and why' })).toBeVisible();
    await expect(owner.getByText('Owner: Hidden, can be revealed, for:')).toBeVisible();
    await expect(
      owner.getByRole('table', { name: 'People who can see it now' }).getByText('By the role Helpdesk, for as long as they hold it.').first(),
    ).toBeVisible();
    expect(owner.url()).not.toMatch(/employee|M-/);
    expect(await faults(owner)).toEqual([]);
  });

  await test.step('another kind of data, and the same page again after a reload', async () => {
    await choose(owner, 'Name');
    await expect(owner.getByText('Owner: Shown, for:')).toBeVisible();
    await owner.reload();
    await expect(owner.getByRole('radio', { name: 'Name' })).toBeChecked();
  });

  await test.step('what somebody may see and do, by which role', async () => {
    await choose(owner, 'What can they see?');
    await owner.getByRole('searchbox', { name: 'Member number or e-mail address' }).fill(people.helpdesk);
    await owner.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(owner.getByText('By the role Helpdesk, for as long as they hold it.').first()).toBeVisible();
    await expect(owner.getByText('By: Helpdesk.').first()).toBeVisible();
    expect(await faults(owner)).toEqual([]);
  });

  await test.step('what a role would change, before it is given', async () => {
    await owner.getByRole('navigation', { name: 'Access', exact: true }).getByRole('link', { name: 'People', exact: true }).click();
    await owner.getByRole('button', { name: 'Give a role' }).click();
    const dialog = owner.getByRole('dialog');
    await dialog.getByRole('textbox').fill(people.employee);
    await dialog.getByLabel('Role', { exact: true }).selectOption({ label: 'Helpdesk' });
    await dialog.getByRole('button', { name: 'See what would change' }).click();
    await expect(dialog.getByText(/^M-\d+ could then also:$/)).toBeVisible();
    await expect(dialog.getByText(/^M-\d+ would then also see:$/)).toBeVisible();
    expect(await faults(owner)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('what a role of one’s own would permit, before it is composed', async () => {
    await owner.getByRole('navigation', { name: 'Access', exact: true }).getByRole('link', { name: 'Roles', exact: true }).click();
    await owner.getByRole('link', { name: 'Compose a role' }).click();
    await owner.getByLabel('Answer questions').check();
    await expect(owner.getByText('Whoever holds it could then also:')).toBeVisible();
    await expect(owner.getByText('Comes along with what you ticked.').first()).toBeVisible();
    expect(await faults(owner)).toEqual([]);
  });
});

async function find(page: Page, term: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a member' }).fill(term);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Members' }).getByRole('link')).toHaveCount(1);
}
