import type { Rule } from '@smartpar/access/model';
import { SavedFiles } from '@smartpar/platform/ui';
import { expectAccessible, FieldHarness, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import reviews from '../i18n/en.json' with { type: 'json' };
import { AuditorsPage } from './auditors';

const AUDITORS = '/api/organizations/o1/external-auditors';
const OWNER: Rule[] = [
  { action: ['read', 'admit'], subject: 'external-auditor' },
  { action: 'take-out', subject: 'evidence-pack' },
];

async function open(rules = OWNER, items: object[] = []) {
  const saved: string[] = [];
  const page = await mount(AuditorsPage, {
    texts: { access, reviews },
    inputs: { organizationId: 'o1' },
    providers: [provideAbilities('o1', rules), { provide: SavedFiles, useValue: { save: (name: string) => saved.push(name) } }],
  });
  page.http.expectOne(AUDITORS).flush({ items });
  await page.settle();
  const button = (words: string) => [...page.element.querySelectorAll('button')].find((one) => one.textContent.includes(words));
  return { page, saved, button };
}

describe('those who check from outside', () => {
  it('are listed until their last day, and sent away by whoever may', async () => {
    const { page, button } = await open(OWNER, [{ memberId: 'm9', number: 10_409, until: '2026-03-20', over: false }]);
    expect(page.text()).toContain('M-10409');
    expect(page.text()).toContain('20 March 2026');
    await expectAccessible(page.element);
    button('End it')?.click();
    page.http.expectOne({ method: 'DELETE', url: '/api/organizations/o1/members/m9/external-auditor' }).flush({});
    await page.settle();
    page.http.expectOne(AUDITORS).flush({ items: [] });
    await page.settle();
    expect(page.text()).toContain('Nobody checks from outside');
  });

  it('are let in by number, for some days', async () => {
    const { page, button } = await open();
    await (await page.part(FieldHarness.labelled('Number of the member'))).fill('M-10409');
    button('Let them check')?.click();
    await page.settle();
    page.http.expectOne({ method: 'POST', url: '/api/organizations/o1/members/search' }).flush({ items: [{ id: 'm9', number: 10_409 }], next: null });
    await page.settle();
    const call = page.http.expectOne({ method: 'PUT', url: '/api/organizations/o1/members/m9/external-auditor' });
    expect(call.request.body).toEqual({ days: 14 });
    call.flush({ code: 'external_auditor.holds_roles' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('They hold another role here.');
    button('Let them check')?.click();
    await page.settle();
    page.http.expectOne({ method: 'POST', url: '/api/organizations/o1/members/search' }).flush({ items: [{ id: 'm9', number: 10_409 }], next: null });
    await page.settle();
    const late = page.http.expectOne({ method: 'PUT', url: '/api/organizations/o1/members/m9/external-auditor' });
    late.flush({ code: 'external_auditor.too_long' }, { status: 422, statusText: 'Unprocessable' });
    await page.settle();
    expect(page.text()).toContain('for thirty days at most');
  });

  it('take the evidence of a period out as a file', async () => {
    const { page, saved, button } = await open([
      { action: 'read', subject: 'external-auditor' },
      { action: 'take-out', subject: 'evidence-pack' },
    ]);
    expect(button('Let them check')).toBeUndefined();
    await (await page.part(FieldHarness.labelled('From'))).fill('2026-01-01');
    await (await page.part(FieldHarness.labelled('Up to and with'))).fill('2026-01-31');
    button('Take it out')?.click();
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: '/api/organizations/o1/evidence-pack' });
    expect(call.request.body).toEqual({ from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00.000Z' });
    call.flush(new Blob(['PK']));
    await page.settle();
    expect(saved).toEqual(['evidence-2026-01-01-2026-01-31.zip']);
  });

  it('are only listed to whoever may no more', async () => {
    const { button } = await open([{ action: 'read', subject: 'external-auditor' }]);
    expect([button('Let them check'), button('Take it out')]).toEqual([undefined, undefined]);
  });
});
