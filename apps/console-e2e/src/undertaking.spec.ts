import { type Page } from '@playwright/test';
import { expect, people, test } from './people';

test('whoever looks at hidden data for the first time reads and signs what they promise, and the look goes on', async ({ signedIn }, { project }) => {
  // on a desk somebody who never looked; on a phone somebody who may have, and is asked again
  const phone = project.name === 'phone';
  const reader = await signedIn(phone ? people.ownerWhoNeverAnswers : people.privacyOfficer);
  const organization = new URL(reader.url()).pathname.replace(/\/home$/, '');
  if (phone) expect(await publishAgain(reader, `/api/organizations/${organization.replace('/org/', '')}/undertaking`)).toBe(200);
  await reader.goto(`${organization}/members`);

  await test.step('the look is asked for as ever', async () => {
    await reader.getByRole('table', { name: 'Members' }).getByRole('link').first().click();
    await reader.getByRole('button', { name: /^Reveal.*Hidden phone number/ }).click();
    const dialog = reader.getByRole('dialog');
    const purpose = dialog.getByLabel('What do you need it for?');
    await purpose.selectOption({ label: 'Keeping accounts safe' });
    await dialog.getByLabel('Why now?').selectOption('I am looking into an unusual sign-in');
    await dialog.getByRole('button', { name: 'Show it for a minute' }).click();
  });

  await test.step('what is promised stands in its place, and is signed', async () => {
    const dialog = reader.getByRole('dialog', { name: 'Before your first look' });
    await expect(dialog.getByRole('region', { name: 'What you promise' })).toContainText('I look only when my work needs it.');
    await dialog.getByRole('button', { name: 'Sign and go on' }).click();
    await expect(dialog.getByText('Please fill this in.')).toBeVisible();
    await dialog.getByLabel('Your name').fill('Hazel Quietwater');
    await dialog.getByRole('button', { name: 'Sign and go on' }).click();
    await expect(dialog).toBeHidden();
    await expect(reader.getByText(/hidden again in \d+ s/)).toBeVisible();
  });

  await test.step('who has signed is a list, by number', async () => {
    await reader.goto(`${organization}/access/undertaking`);
    await expect(reader.getByRole('heading', { level: 1, name: 'What people promise' })).toBeVisible();
    await expect(reader.getByText(/Signed version \d+ on /).first()).toBeVisible();
  });
});

/** Publishes the promise once more: whoever signed the version before has to sign anew. */
const publishAgain = (owner: Page, url: string): Promise<number> =>
  owner.evaluate(async (address) => {
    const { version, texts } = (await (await fetch(address)).json()) as { version: number; texts: { locale: string; text: string }[] }; // as: its contract
    const en = texts.find(({ locale }) => locale === 'en')?.text;
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    return (await fetch(address, { method: 'PUT', headers, body: JSON.stringify({ version, texts: { en } }) })).status;
  }, url);
