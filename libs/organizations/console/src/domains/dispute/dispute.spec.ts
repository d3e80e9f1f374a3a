import { TestBed } from '@angular/core/testing';
import { provideAbilities } from '@smartpar/access/console/testing';
import type { DomainDispute, OrganizationDomainDocument } from '@smartpar/organizations/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import de from '../../i18n/de.json' with { type: 'json' };
import en from '../../i18n/en.json' with { type: 'json' };
import { HELD } from '../domain-fixtures';
import { Dispute } from './dispute';

const OPEN: DomainDispute = {
  id: 'x1',
  domain: HELD.domain,
  side: 'claimant',
  openedAt: '2026-03-02T09:00:00Z',
  words: 'We bought it.',
  decision: null,
  reason: null,
  decidedAt: null,
};

async function open(dispute: DomainDispute | null, domain: OrganizationDomainDocument = HELD, texts: object = en) {
  const page = await mount(Dispute, {
    texts: { organizations: { ...texts } },
    inputs: { organizationId: 'o1', domain, dispute },
    providers: [provideAbilities('o1', [{ action: 'open', subject: 'domain-dispute' }])],
  });
  const button = () => page.element.querySelector('button');
  return { page, button };
}

describe('a domain another organization has proved', () => {
  it('can be put to SmartPAR, with a reason', async () => {
    const { page, button } = await open(null);
    button()?.click();
    await page.settle();
    await expectAccessible(page.element);
    const words = page.element.querySelector('textarea');
    if (words !== null) words.value = 'We bought it.';
    words?.dispatchEvent(new Event('input'));
    await page.settle();
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: '/api/organizations/o1/domains/d1/disputes' });
    expect(call.request.body).toEqual({ words: 'We bought it.' });
    call.flush(OPEN, { status: 201, statusText: 'Created' });
    await page.settle();
    expect(page.element.querySelector('form')).toBeNull();
  });

  it('is not asked about twice while SmartPAR decides, and may be afterwards', async () => {
    expect((await open(OPEN)).button()).toBeNull();
    TestBed.resetTestingModule();
    expect((await open({ ...OPEN, decision: 'keep', reason: 'It is registered to them.', decidedAt: OPEN.openedAt })).button()).not.toBeNull();
  });

  it('can only be disputed by whoever has published a proof', async () => {
    const failed = { ...HELD, lastCheck: { at: '2026-03-02T09:00:00Z', outcome: 'no-record' as const, found: [], file: null } };
    expect((await open(null, failed)).button()).toBeNull();
  });

  it.each(
    (['claimant', 'holder'] as const).flatMap((side) =>
      ([null, 'keep', 'take-away', 'free'] as const).flatMap((decision) => [[side, decision, en] as const, [side, decision, de] as const]),
    ),
  )('says where it stands, as %s: %s', async (side, decision, texts) => {
    const reason = decision === null ? null : 'It is registered to them.';
    const { page } = await open({ ...OPEN, side, decision, reason, decidedAt: decision && OPEN.openedAt }, HELD, texts);
    expect(page.text()).not.toContain('organizations.');
    expect(page.text().includes('registered to them')).toBe(decision !== null);
  });
});
