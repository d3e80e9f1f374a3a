import { randomBytes } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { faults } from './axe';
import { expect, people, test } from './people';

/** A UUID of version 7 of this moment. */
function eventId(): string {
  const [head, tail] = [Date.now().toString(16).padStart(12, '0'), randomBytes(9).toString('hex')];
  return `${head.slice(0, 8)}-${head.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6)}`;
}

const tell = (request: APIRequestContext, token: string) =>
  request.post('/api/ingest/usage', {
    headers: { authorization: `Bearer ${token}` },
    data: { events: [{ id: eventId(), kind: 'diagnostic', member: { externalId: 'nobody' }, code: 'app.crash' }] },
  });

test('an employee reads which devices and sign-ins are kept, week by week and one by one', async ({ signedIn }) => {
  const page = await signedIn(people.employee);
  await page.goto('/my/usage');
  await expect(page.getByRole('heading', { name: 'My devices and usage', level: 1 })).toBeVisible();
  await expect(page.getByText('Phone, Android 15, Firefox 132')).toBeVisible();
  await expect(page.getByText('from the network address 203.0.113.').first()).toBeVisible();
  await expect(page.getByText(/In the last 12 weeks the app told \d+ things about you/)).toBeVisible();
  await page.getByText('The same as a table').click();
  await expect(page.getByRole('columnheader', { name: 'Sign-ins' })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test('an owner lets the app in, switches a kind off, and sees what was thrown away since', async ({ signedIn }, { project }) => {
  // each in an organization of its own: two changes at once would refuse each other
  const page = await signedIn(project.name === 'phone' ? people.ownerWhoNeverAnswers : people.owner);
  const settings = `${new URL(page.url()).pathname.replace(/\/home$/, '')}/settings`;

  const token = await test.step('a token is shown this once', async () => {
    await page.goto(`${settings}/system-tokens`);
    await page.getByRole('button', { name: 'Let a system in' }).click();
    await page.getByLabel('Which system?').fill(`The app (${project.name})`);
    await page.getByRole('button', { name: 'Make the token' }).click();
    const text = (await page.getByRole('status').locator('code').textContent()) ?? '';
    expect(text).toMatch(/^spt_/);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await expect(page.getByText(text)).toBeHidden();
    return text;
  });

  await test.step('a kind is switched off', async () => {
    await page.goto(`${settings}/usage`);
    await page.getByLabel('Collect: Diagnostics').uncheck();
    await expect(page.getByText('It counts at once.')).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Not collected: it is switched off.')).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });

  await test.step('what the app still sends of it is counted and nothing else', async () => {
    expect(await (await tell(page.request, token)).json()).toMatchObject({ stored: 0, dropped: 1, reasons: [{ reason: 'switched-off' }] });
    await page.reload();
    await expect(page.getByText(/Diagnostics, 1 thrown away, since it is switched off/)).toBeVisible();
  });
});
