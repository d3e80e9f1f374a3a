import { type Page } from '@playwright/test';
import { expect } from './people';

/** A file as somebody has it on their computer. */
export interface Csv {
  readonly name: string;
  readonly mimeType: 'text/csv';
  readonly buffer: Buffer;
}

/** Makes a CSV file of lines. */
export const csv = (name: string, lines: readonly string[]): Csv => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`) });

/** Chooses a file by the button so named, as people do. */
export async function bring(page: Page, button: string, file: Csv): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(file);
}

/** Goes on with a file whose names look right. */
export async function check(page: Page): Promise<void> {
  await expect(page.getByRole('group', { name: 'Do these names look right?' })).toBeVisible();
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('heading', { name: 'What the file would do' })).toBeVisible({ timeout: 60_000 });
}
