import type { MyUsage } from '@smartpar/members/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { HeldUsage } from './held-usage';

const KEPT: MyUsage['kept'] = [
  { kind: 'device', records: 0, since: null, until: null },
  { kind: 'sign-in', records: 12, since: '2026-02-01T10:00:00Z', until: '2026-05-31' },
  { kind: 'diagnostic', records: 1, since: '2026-03-01T10:00:00Z', until: '2026-04-30' },
];

it('usage data that is kept is said kind by kind, with what for, from where, since and until when', async () => {
  const page = await mount(HeldUsage, { texts: { home: en }, inputs: { organizationId: 'o1', whose: { controller: 'Nordwerk', contact: null } } });
  page.http.expectOne('/api/organizations/o1/my/usage').flush({ kept: KEPT });
  await page.settle();
  for (const words of [
    'Devices Nothing is kept',
    'Sign-ins to the app 12 are kept, the newest until 31 May 2026.',
    'Since: 1 February 2026',
    'How the app ran 1 is kept, until 30 April 2026.',
    'From: The app you use at work.',
  ]) {
    expect(page.text()).toContain(words);
  }
  expect([...page.element.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['/my/usage', '/my/usage', '/my/usage']);
  await expectAccessible(page.element);
});
