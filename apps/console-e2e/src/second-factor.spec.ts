import { type Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { faults } from './axe';
import { Mailbox } from './mailbox';
import { expect, fillSignIn, openPersonMenu, signInOf, test } from './people';

/** Codes change after this long, and none is taken twice. */
const STEP_MS = 30_000;

test('somebody sets a second factor up, signs in with it and with a recovery code, and turns it off', async ({ page, request }, { project }) => {
  test.setTimeout(180_000);
  const email = project.name === 'phone' ? 'direct.privacy@staff.smartpar.example' : 'counsel@staff.smartpar.example';
  const mailbox = await Mailbox.of(request, email);
  let secret = '';
  let codes: readonly string[] = [];
  let lastUsed = '';

  /** The code the app shows, once it shows one that was not used yet. */
  const nextCode = async (): Promise<string> => {
    const next = () => generateSync({ secret });
    await expect.poll(next, { timeout: STEP_MS + 5_000 }).not.toBe(lastUsed);
    lastUsed = next();
    return lastUsed;
  };

  await test.step('the account page shows a picture and the secret in words', async () => {
    await page.goto('/sign-in');
    await fillSignIn(page, signInOf(email));
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await page.goto('/my/account');
    await page.getByRole('button', { name: 'Set it up' }).click();
    await expect(page.getByRole('img', { name: /Picture with the secret/ })).toBeVisible();
    secret = (await page.locator('sp-set-up-factor code').innerText()).replaceAll(' ', '');
    await fitsAndIsForEverybody(page);
  });

  await test.step('a wrong code is refused, the right one turns it on', async () => {
    await page.getByLabel('Code from the app').fill('000000');
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await expect(page.getByText('Wait for the next one in your app.')).toBeVisible();
    await page.getByLabel('Code from the app').fill(await nextCode());
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
    codes = await page.locator('sp-recovery-codes code').allInnerTexts();
    expect(codes).toHaveLength(10);
    await fitsAndIsForEverybody(page);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await expect(page.getByText('Recovery codes left: 10.')).toBeVisible();
    await mailbox.next(/A second factor was set up/);
  });

  await test.step('the next sign-in asks for a code after the password', async () => {
    await signOut(page);
    await fillSignIn(page, signInOf(email));
    await expect(page.getByRole('heading', { name: 'Now your code' })).toBeVisible();
    await fitsAndIsForEverybody(page);
    await page.getByLabel('Code', { exact: true }).fill(lastUsed);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').first()).toContainText('used already');
    await page.getByLabel('Code', { exact: true }).fill(await nextCode());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  });

  await test.step('a recovery code does too, once', async () => {
    await signOut(page);
    await fillSignIn(page, signInOf(email));
    await page.getByLabel('Code', { exact: true }).fill((codes[0] ?? '').toLowerCase());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await mailbox.next(/A recovery code was used/);
  });

  await test.step('turned off, the password is enough again', async () => {
    await page.goto('/my/account');
    await expect(page.getByText('Recovery codes left: 9.')).toBeVisible();
    await page.getByRole('button', { name: 'Turn it off' }).click();
    await fitsAndIsForEverybody(page);
    await page.locator('sp-second-factor button.off').click();
    await expect(page.getByRole('button', { name: 'Set it up' })).toBeVisible();
    await signOut(page);
    await fillSignIn(page, signInOf(email));
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  });
});

async function signOut(page: Page): Promise<void> {
  await openPersonMenu(page);
  await page.getByRole('dialog', { name: 'You' }).getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: /Ask a privacy question/ })).toBeVisible();
  await page.goto('/sign-in');
}

/** Nothing keeps anybody out, and nothing runs off the side of the screen. */
async function fitsAndIsForEverybody(page: Page): Promise<void> {
  expect(await faults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}
