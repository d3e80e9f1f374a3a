import { TestBed } from '@angular/core/testing';
import { provideAbilities } from '@smartpar/access/console/testing';
import { CHECK_OUTCOMES, FILE_OUTCOMES, type OrganizationDomainDocument } from '@smartpar/organizations/model';
import { ConfirmDialogHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import de from '../../i18n/de.json' with { type: 'json' };
import en from '../../i18n/en.json' with { type: 'json' };
import { CLAIMED, VERIFIED } from '../domain-fixtures';
import { DomainCard } from './domain-card';
import { DomainCardHarness } from './domain-card.harness';

const ADDRESS = '/api/organizations/o1/domains/d1';

async function open(domain: OrganizationDomainDocument, may = ['read', 'verify', 'release'], texts: object = en) {
  const rules = may.map((action) => ({ action, subject: 'organization-domain' }));
  const page = await mount(DomainCard, {
    texts: { organizations: { ...texts } },
    inputs: { organizationId: 'o1', domain },
    providers: [provideAbilities('o1', rules)],
  });
  return { page, card: await page.part(DomainCardHarness) };
}

describe('a domain', () => {
  it('says step by step how it is proved, with what is to be copied', async () => {
    const { page, card } = await open(CLAIMED);
    expect(await card.record()).toEqual([
      'TXT',
      '_smartpar.larkspur.example',
      'smartpar-verification=abc',
      'smartpar-verification=abc',
      'https://larkspur.example/.well-known/smartpar-verification.txt',
    ]);
    expect(await card.buttons()).toEqual(['Check now', 'Take the claim back']);
    await expectAccessible(page.element);
  });

  it.each(CHECK_OUTCOMES.flatMap((outcome) => [[outcome, 'en', en] as const, [outcome, 'de', de] as const]))(
    'says in plain words what "%s" means (%s)',
    async (outcome, _language, texts) => {
      const { card } = await open(
        { ...CLAIMED, state: 'failed', lastCheck: { at: '2026-03-02T09:00:00Z', outcome, found: ['v=spf1'], file: null } },
        ['read'],
        texts,
      );
      const result = await card.result();
      expect(result).not.toContain('organizations.');
      expect(result.length).toBeGreaterThan(40);
      expect(result.includes('v=spf1')).toBe(outcome === 'other-value');
    },
  );

  it.each(FILE_OUTCOMES.flatMap((file) => [[file, 'en', en] as const, [file, 'de', de] as const]))(
    'says what looking for the file came to: %s (%s)',
    async (file, _, texts) => {
      const lastCheck = { at: '2026-03-02T09:00:00Z', outcome: 'no-record' as const, found: [], file };
      const { card } = await open({ ...CLAIMED, state: file === 'proved' ? 'verified' : 'failed', lastCheck }, ['read'], texts);
      expect(await card.result()).not.toContain('organizations.');
    },
  );

  it('says that its proof is missing, until when it counts, and when it was lost', async () => {
    const failing = await open({ ...VERIFIED, failingSince: '2026-03-02T09:00:00Z', lostFrom: '2026-03-05T09:00:00Z' });
    expect(failing.page.text()).toContain('Proof missing');
    expect(failing.page.text()).toContain('Questions still come to you');
    await expectAccessible(failing.page.element);
    TestBed.resetTestingModule();
    const lost = await open({ ...CLAIMED, state: 'lost', lostAt: '2026-03-05T09:00:00Z' });
    expect(lost.page.text()).toContain('Proof lost');
    await expectAccessible(lost.page.element);
  });

  it('says who vouches where nothing needs to be published', async () => {
    expect((await open({ ...VERIFIED, provedBy: 'operator' })).page.text()).toContain('SmartPAR vouches');
  });

  it('is checked at a press, and hands on what was found', async () => {
    const { page, card } = await open(CLAIMED);
    const checked = jest.fn();
    page.component.checked.subscribe(checked);
    await card.press(0);
    await page.settle();
    page.http.expectOne({ method: 'POST', url: `${ADDRESS}/verification` }).flush(VERIFIED);
    await page.settle();
    expect(checked).toHaveBeenCalledWith(VERIFIED);
  });

  it('says when it was checked a moment ago', async () => {
    const { page, card } = await open(CLAIMED);
    await card.press(0);
    await page.settle();
    page.http
      .expectOne(`${ADDRESS}/verification`)
      .flush({ status: 429, code: 'domain.checked_just_now', detail: '' }, { status: 429, statusText: 'Too Many', headers: { 'retry-after': '4' } });
    await page.settle();
    expect(page.text()).toContain('try again in 4 seconds');
  });

  it('is given up only by typing its name, once it is verified', async () => {
    const { page, card } = await open(VERIFIED);
    const released = jest.fn();
    page.component.released.subscribe(released);
    await card.press(1);
    await page.settle();
    await page.settle();
    const dialog = await page.part(ConfirmDialogHarness);
    expect(document.body.textContent).toContain('no longer find your organization');
    await dialog.type('larkspur');
    expect(await dialog.mayGoOn()).toBe(false);
    await dialog.type('larkspur.example');
    await dialog.goOn();
    await page.settle();
    page.http.expectOne({ method: 'DELETE', url: ADDRESS }).flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    expect(released).toHaveBeenCalled();
  });

  it('that was only claimed is taken back at once', async () => {
    const { page, card } = await open(CLAIMED);
    await card.press(1);
    await page.settle();
    page.http.expectOne({ method: 'DELETE', url: ADDRESS }).flush(null, { status: 204, statusText: 'No Content' });
  });

  it('is only looked at by those who may not more', async () => {
    const { page, card } = await open(VERIFIED, ['read']);
    expect(await card.buttons()).toEqual([]);
    expect(page.text()).toContain('Verified');
    await expectAccessible(page.element);
  });
});
