import type { Page } from '@playwright/test';
import { faults } from './axe';
import { expect, people, signInOf, test } from './people';

test('the helpdesk signs somebody out of the organization everywhere, and that person comes in again and reads who did it', async ({ signedIn }, {
  project,
}) => {
  // nobody is signed out by two browsers at the same time
  const email = project.name === 'phone' ? people.callerOnThePhone : people.caller;
  const caller = await signedIn(email);
  const helpdesk = await signedIn(people.agent);
  const { organizationId, memberId } = await membershipOf(caller);
  const home = `/org/${organizationId}/home`;

  await test.step('the person is at work', async () => {
    await caller.goto(home);
    await expect(caller.getByRole('heading', { level: 1 })).toBeVisible();
  });

  await test.step('the helpdesk finds them by the whole address', async () => {
    await helpdesk.goto(`/org/${organizationId}/members/help`);
    await helpdesk.getByRole('searchbox').fill(email);
    await helpdesk.getByRole('button', { name: 'Find', exact: true }).click();
    const row = helpdesk.getByRole('main').getByRole('link', { name: /M-\d+/ });
    await expect(row).toHaveCount(1);
    await row.click();
    await expect(helpdesk.getByRole('heading', { level: 1, name: /^Member M-\d+: coming in$/ })).toBeVisible();
    expect(helpdesk.url()).toContain(`/members/help/${memberId}`);
    expect(await faults(helpdesk)).toEqual([]);
  });

  await test.step('and signs them out', async () => {
    await helpdesk.getByRole('button', { name: /^Sign out of this organization everywhere/ }).click();
    await expect(helpdesk.getByText('Signed out. Their password is asked for the next time they come here.')).toBeVisible();
    await expect(helpdesk.getByRole('main').getByText('Was signed out of this organization everywhere').first()).toBeVisible();
  });

  await test.step('the person types their password and goes on', async () => {
    await caller.goto(home);
    const dialog = caller.getByRole('dialog', { name: 'Is it really you?' });
    await dialog.getByLabel('Your password').fill(signInOf(email).password);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(caller.getByRole('heading', { level: 1 })).toBeVisible();
  });

  await test.step('and reads under "My privacy" what was done and in which role', async () => {
    await caller.goto('/my/held');
    const line = caller.locator('sp-entry-acts').getByRole('listitem').first();
    await expect(line).toContainText('You were signed out on every device.');
    await expect(line).toContainText('Helpdesk');
  });
});

interface Entered {
  readonly organizationId: string;
  readonly memberId: string;
}

async function membershipOf(page: Page): Promise<Entered> {
  const answer = await page.request.get('/api/session');
  const { memberships } = (await answer.json()) as { memberships: readonly [Entered, ...Entered[]] }; // as: the server's own contract
  return memberships[0];
}
