import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { Brand } from './brand';
import { BrandHarness } from './brand.harness';

describe('the brand', () => {
  it.each([
    [{}, '/'],
    [{ to: '/my' }, '/my'],
  ])('with %j leads to %s', async (inputs, address) => {
    const page = await mount(Brand, { texts: en, inputs });
    expect(await (await page.part(BrandHarness)).leadsTo()).toBe(address);
    expect(page.text()).toBe('SmartPAR privacy');
    await expectAccessible(page.element);
  });
});
