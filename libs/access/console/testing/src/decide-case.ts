import type { Mounted } from '@smartpar/platform/ui/testing';

/** A page of a case in a spec. */
type Page = Pick<Mounted<unknown>, 'element' | 'settle'>;

/** The button with this word, where there is one. */
export const buttonOf = (page: Page, word: string): HTMLButtonElement | undefined =>
  [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === word);

/** Decides a case with a reason, by the button with this word. By hand: a harness would wait for what is sent then. */
export async function decideCase(page: Page, word: string, reason: string): Promise<void> {
  const box = page.element.querySelector('textarea');
  if (box !== null) {
    box.value = reason;
    box.dispatchEvent(new Event('input'));
  }
  buttonOf(page, word)?.click();
  await page.settle();
}
