import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What keeps somebody out of a page, and where. */
export interface AxeFault {
  readonly id: string;
  readonly where: readonly string[];
}

/** What dark, or paper, can break once light is in order: they change colours and nothing else axe looks at. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Everything axe finds on a page. */
export const faults = (page: Page): Promise<readonly AxeFault[]> => faultsOf(page, axe(page));

/** What axe finds of the colours of a page. */
export const faultsOfColour = (page: Page): Promise<readonly AxeFault[]> => faultsOf(page, axe(page).withRules(COLOUR_RULES));

/** There are no frames inside the pages: without looking for them axe needs no page of its own, which saves half the time. */
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

/**
 * However short a transition is, half of the colours are the old ones until its first frame has been drawn. And what a
 * long list draws only once it is in sight keeps its old colours until then: it is drawn for as long as axe looks.
 */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const everything = new CSSStyleSheet();
    everything.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets = [everything];
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });

/** Waits until a page stands there itself, not only the words that are said before it runs. */
export async function shown(page: Page): Promise<void> {
  await expect(page.locator('.sp-first-words')).toHaveCount(0);
  // what lies behind an open dialog is there for nobody
  await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('dialog')).first()).toBeVisible();
}

async function faultsOf(page: Page, builder: AxeBuilder): Promise<readonly AxeFault[]> {
  await shown(page);
  await drawn(page);
  const { violations } = await builder.analyze();
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`) }));
}
