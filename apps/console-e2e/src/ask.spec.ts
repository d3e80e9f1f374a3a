import { expect, test } from '@playwright/test';

test('a stranger asks a privacy question and learns where to look next', async ({ page }) => {
  await page.goto('/ask');
  await page.getByLabel('Your question').fill('Who can see my phone number?');
  await page.getByLabel('E-mail address you use with SmartPAR').fill('wren@mail.example');
  await page.getByRole('button', { name: 'Send my question' }).click();
  await expect(page.getByRole('heading', { name: 'Now look into your mail' })).toBeVisible();
});
