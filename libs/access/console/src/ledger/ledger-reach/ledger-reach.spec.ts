import type { LedgerReach as Reach } from '@smartpar/access/model';
import { FieldHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { LedgerReach } from './ledger-reach';

const THEN: Reach = {
  at: '2026-03-02T12:00:00Z',
  since: null,
  viewers: [{ role: 'helpdesk', holders: 2, sees: [{ category: 'user.name', mode: 'on-reveal', purposes: ['support'] }] }],
  others: [{ kind: 'grant', categories: ['user'], mode: 'shown', purposes: ['security'], from: '2026-03-01T09:00:00Z', until: '2026-03-09T09:00:00Z' }],
  looks: 3,
};

async function open(then: Partial<Reach> = {}) {
  const page = await mount(LedgerReach, { texts: { access: en }, inputs: { organizationId: 'o1' } });
  page.http.verify();
  await (await page.part(FieldHarness)).fill('2026-03-02T12:00');
  page.element.querySelector('input')?.dispatchEvent(new Event('change'));
  await page.settle();
  const at = encodeURIComponent(new Date('2026-03-02T12:00').toISOString());
  page.http.expectOne(`/api/organizations/o1/my/ledger/reach?at=${at}`).flush({ ...THEN, ...then });
  await page.settle();
  return page;
}

describe('who could have looked', () => {
  it('is asked for a moment, and told beside how often somebody did', async () => {
    const page = await open();
    for (const words of ['On that day somebody looked 3 times.', 'Helpdesk', '(2 people)', 'Access that was given for a time'])
      expect(page.text()).toContain(words);
    await expectAccessible(page.element);
  });

  it.each([
    ['emergency', 'Access taken in an emergency'],
    ['staff', 'Access granted to SmartPAR’s staff'],
  ] as const)('names access of another kind: %s', async (kind, words) => {
    const others = THEN.others.map((other) => ({ ...other, kind }));
    expect((await open({ others })).text()).toContain(words);
  });

  it('says from when on it is recorded', async () => {
    expect((await open({ since: '2026-03-02T12:00:00Z' })).text()).toContain('Nothing from before 2 March 2026 is recorded');
  });
});
