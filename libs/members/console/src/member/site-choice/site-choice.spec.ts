import { TestBed } from '@angular/core/testing';
import type { MemberView } from '@smartpar/members/model';
import { Toasts } from '@smartpar/platform/ui';
import { FieldHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { MAY, ORGANIZATION, SITES, memberView } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { SiteChoice } from './site-choice';

const SITE = `/api/organizations/${ORGANIZATION}/members/member-1/site`;

async function show(facts: Partial<MemberView> = {}): Promise<{ page: Mounted<SiteChoice>; changed: () => number }> {
  const page = await mount(SiteChoice, { texts: { members: en }, inputs: { organizationId: ORGANIZATION, member: memberView(facts) } });
  for (const call of page.http.match(`/api/organizations/${ORGANIZATION}/sites`)) call.flush(SITES);
  await page.settle();
  let changed = 0;
  page.component.changed.subscribe(() => (changed += 1));
  return { page, changed: () => changed };
}

async function choose(page: Mounted<SiteChoice>, siteId: string): Promise<void> {
  void (await page.part(FieldHarness)).choose(siteId);
  await page.settle();
}

describe('the site of a member', () => {
  it('is another one at once, and that can be taken back', async () => {
    const { page, changed } = await show();
    await expectAccessible(page.element);
    await choose(page, 'site-2');
    const call = page.http.expectOne(SITE);
    expect(call.request.body).toEqual({ version: 3, siteId: 'site-2' });
    call.flush({ memberId: 'member-1', number: 10422, status: 'active', version: 4 });
    await page.settle();
    expect(changed()).toBe(1);
    TestBed.inject(Toasts).undo();
    await page.settle();
    expect(page.http.expectOne(SITE).request.body).toEqual({ version: 4, siteId: 'site-1' });
  });

  it('can be none', async () => {
    const { page } = await show();
    await choose(page, '');
    expect(page.http.expectOne(SITE).request.body).toEqual({ version: 3, siteId: null });
  });

  it('is read again where somebody else changed the member meanwhile, and the list shows what is', async () => {
    const { page, changed } = await show();
    await choose(page, 'site-2');
    page.http.expectOne(SITE).flush({ code: 'member.changed_meanwhile' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('Somebody else changed this member just now.');
    expect(page.element.querySelector('select')?.value).toBe('site-1');
    expect(changed()).toBe(1);
  });

  it('is not offered to those who may not change it', async () => {
    const { page } = await show({ may: { ...MAY, place: false } });
    expect(page.element.hidden).toBe(true);
    page.http.verify();
  });
});
