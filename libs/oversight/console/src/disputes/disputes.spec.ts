import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { DomainCase } from '@smartpar/organizations/model';
import { DecisionPanelHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { Disputes } from './disputes';

const ADDRESS = '/api/organizations/w1/oversight/domain-cases';
const CASE: DomainCase = {
  id: 'x1',
  kind: 'domain',
  domain: 'larkspur.example',
  claimant: 'Larkspur Ltd',
  holder: 'Fern GmbH',
  words: 'We bought it in March.',
  openedAt: '2026-03-02T09:00:00Z',
  decision: null,
  reason: null,
  decidedAt: null,
};

async function open(items: DomainCase[], may = ['read', 'decide'], texts: object = en) {
  const staff = provideSession(sessionFacts({ memberships: [membership({ organizationId: 'w1', kind: 'workforce', roles: ['privacy-counsel'] })] }));
  const rules = may.map((action) => ({ action, subject: 'domain-case' }));
  const page = await mount(Disputes, { texts: { oversight: { ...texts } }, providers: [staff, provideAbilities('w1', rules)] });
  page.http.expectOne(ADDRESS).flush({ items, next: null });
  await page.settle();
  return page;
}

describe('cases about domains', () => {
  it('are decided with a reason, with both sides and their words at hand', async () => {
    const page = await open([CASE]);
    for (const words of ['Larkspur Ltd', 'Fern GmbH', 'We bought it in March.']) expect(page.text()).toContain(words);
    await expectAccessible(page.element);
    const panel = await page.part(DecisionPanelHarness);
    await panel.reason('The register says so.');
    await panel.decide('Take it from the holder');
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: `${ADDRESS}/x1/decision` });
    expect(call.request.body).toEqual({ decision: 'take-away', reason: 'The register says so.' });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    page.http.expectOne(ADDRESS).flush({ items: [], next: null });
    await page.settle();
    expect(page.text()).toContain('Nothing to decide');
  });

  it('about a claimed account name no organization that claims, and nobody’s address', async () => {
    const page = await open([{ ...CASE, kind: 'objection', claimant: null, words: 'This is my own name.' }]);
    const panel = await page.part(DecisionPanelHarness);
    await panel.reason('It is their family name.');
    await panel.decide('Leave the account alone');
    await page.settle();
    expect(page.http.expectOne({ method: 'POST', url: `${ADDRESS}/x1/decision` }).request.body).toMatchObject({ decision: 'leave-alone' });
  });

  it('are only read by staff who do not decide', async () => {
    const page = await open([CASE], ['read']);
    expect(page.element.querySelector('sp-decision-panel')).toBeNull();
    expect(page.text()).toContain('privacy counsel');
  });

  it.each((['keep', 'take-away', 'leave-alone', 'let-join'] as const).flatMap((decision) => [[decision, en] as const, [decision, de] as const]))(
    'that are decided say how and why: %s',
    async (decision, texts) => {
      const kind = decision === 'keep' || decision === 'take-away' ? 'domain' : 'objection';
      const page = await open([{ ...CASE, kind, decision, reason: 'The register says so.', decidedAt: CASE.openedAt }], ['read', 'decide'], texts);
      expect(page.text()).toContain('The register says so.');
      expect(page.text()).not.toContain('oversight.');
    },
  );
});
