import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { NotFound } from './not-found';
import { NotFoundHarness } from './not-found.harness';

describe('the page of nothing', () => {
  it('does not say whether there is nothing or nothing one may see, and leads on', async () => {
    const page = await mount(NotFound, { texts: en });
    expect(page.text()).toContain('may be gone, or you may not see it');
    expect(await (await page.part(NotFoundHarness)).wayOut()).toBe('/');
    await expectAccessible(page.element);
  });
});
