import { expectAccessible, mount } from '../../testing/src';
import { Icon } from './icon';
import { ICON_PATHS } from './icon-paths';
import { IconHarness } from './icon.harness';

describe('an icon', () => {
  it('is drawn with its strokes and hidden from those who hear the page', async () => {
    const page = await mount(Icon, { inputs: { name: 'inbox' } });
    expect(await (await page.part(IconHarness)).strokes()).toBe(ICON_PATHS.inbox);
    expect(page.element.getAttribute('aria-hidden')).toBe('true');
    await expectAccessible(page.element);
  });

  it.each([
    ['arrow-back', true],
    ['inbox', false],
  ])('%s turns round with the line of reading: %s', async (name, turns) => {
    const page = await mount(Icon, { inputs: { name } });
    expect(page.element.classList.contains('directed')).toBe(turns);
  });

  it.each(Object.entries(ICON_PATHS))('%s is made of strokes only', (_name, path) => {
    expect(path).toMatch(/^[Mm][MmLlHhVvCcSsAaZz0-9 .,-]+$/);
  });
});
