import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { PrivacyNotice } from './privacy-notice';
import { PrivacyNoticeHarness } from './privacy-notice.harness';

describe("the console's own privacy notice", () => {
  it('says who answers, what is kept, on the device too, who gets it and what one may do', async () => {
    const page = await mount(PrivacyNotice, { texts: en });
    expect(await (await page.part(PrivacyNoticeHarness)).headings()).toEqual([
      'Who answers for it',
      'Your account',
      'Questions and answers',
      'On your device',
      'Logs',
      'Who else gets it',
      'Your rights',
    ]);
    await expectAccessible(page.element);
  });

  it.each([
    ['en', en],
    ['de', de],
  ] as const)('names whom to ask and where to complain in %s', async (language, texts) => {
    const page = await mount(PrivacyNotice, { texts, language });
    expect(page.text()).toContain('hello@smartpar.ai');
    expect(page.text()).toContain('77');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/ask');
  });
});
