import { provideAbilities } from '@smartpar/access/console/testing';
import { TestBed } from '@angular/core/testing';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, listItem } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { MemberListHarness } from '../member-list/member-list.harness';
import { Members } from '../members/members';

const SEARCH = `/api/organizations/${ORGANIZATION}/members/search`;
const PAGE = `/org/${ORGANIZATION}/members`;

async function open(...actions: string[]): Promise<Mounted<Members>> {
  const rules = actions.map((action) => ({ action, subject: 'member' }));
  const providers = [provideAbilities(ORGANIZATION, rules)];
  return mount(Members, { texts: { members: en }, inputs: { organizationId: ORGANIZATION }, address: PAGE, providers });
}

describe('finding one member', () => {
  it('is what those get who may not go through the list', async () => {
    const page = await open('read', 'find');
    expect(page.element.querySelector('h1')?.textContent).toContain('Find a member');
    page.http.expectNone(SEARCH);
    await expectAccessible(page.element);
    TestBed.resetTestingModule();
    expect((await open('read', 'find', 'list')).element.querySelector('sp-member-list')).not.toBeNull();
  });

  it('asks for exactly what was typed, shows the number and masks the rest', async () => {
    const page = await open('read', 'find');
    const form = await page.part(MemberListHarness);
    void form.find(' mira@nordwerk.example ');
    await page.settle();
    const call = page.http.expectOne(SEARCH);
    expect(call.request.body).toEqual({ search: 'mira@nordwerk.example' });
    call.flush({ items: [listItem({ profile: {} })], next: null });
    await page.settle();
    expect(await (await form.list()).rows()).toEqual([expect.stringMatching(/^M-10422 \| ••••••••/)]);
    expect(await (await form.list()).links()).toEqual([`${PAGE}/member-1`]);
    expect(page.router.url).toBe(PAGE);
    await expectAccessible(page.element);
  });

  it('says what to check where nobody was found, and asks once more when asked once more', async () => {
    const page = await open('read', 'find');
    const form = await page.part(MemberListHarness);
    void form.find('mira');
    await page.settle();
    page.http.expectOne(SEARCH).flush({ items: [], next: null });
    await page.settle();
    expect(page.text()).toContain('Check each letter with the person.');
    void form.find('mira');
    await page.settle();
    expect(page.http.expectOne(SEARCH).request.body).toEqual({ search: 'mira' });
  });
});
