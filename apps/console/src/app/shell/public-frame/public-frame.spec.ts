import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { PublicFrame } from './public-frame';
import { PublicFrameHarness } from './public-frame.harness';

async function frame(facts: ReturnType<typeof sessionFacts> | null, development: boolean) {
  const page = await mount(PublicFrame, { texts: en, providers: [provideSession(facts)] });
  page.http.expectOne('/api/console').flush({ development, product: { name: 'SmartPAR', mode: 'hosted' } });
  await page.settle();
  return page;
}

describe('the frame of public pages', () => {
  it('is quiet: the product, how it looks, the way in, the small print', async () => {
    const page = await frame(null, false);
    expect(page.text()).toBe('SmartPAR privacy Language and look Sign in Privacy notice of this console');
    await expectAccessible(page.element);
  });

  it('leads signed-in people back to what is theirs', async () => {
    const page = await frame(sessionFacts(), false);
    expect(page.element.querySelector('header a[href="/my"]')).not.toBeNull();
  });

  it('offers the mailbox where mails are not sent', async () => {
    expect(await (await (await frame(null, true)).part(PublicFrameHarness)).smallPrint()).toEqual(['/privacy', '/development/mails']);
  });

  it('is complete where the facts cannot be had', async () => {
    const page = await mount(PublicFrame, { texts: en, providers: [provideSession(null)] });
    page.http.expectOne('/api/console').error(new ProgressEvent('error'));
    await page.settle();
    expect(await (await page.part(PublicFrameHarness)).smallPrint()).toEqual(['/privacy']);
  });
});
