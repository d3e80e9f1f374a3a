import { Location } from '@angular/common';
import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { GrantInForce } from '@smartpar/access/model';
import { Reveals } from '@smartpar/access/console';
import { TestBed } from '@angular/core/testing';
import type { MemberView } from '@smartpar/members/model';
import { ListTrail } from '@smartpar/platform/ui';
import { RecordPageHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ME, ORGANIZATION, SITES, lifeExample, memberEvent, memberView } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { ActsHarness } from './acts/acts.harness';
import { Member } from './member';

const MEMBER = `/api/organizations/${ORGANIZATION}/members/member-1`;
const PAGE = `/org/${ORGANIZATION}/members`;
const GRANT: GrantInForce = {
  id: 'helpdesk phone',
  category: 'user.contact.phone_number.work',
  mode: 'on-reveal',
  purposes: ['support'],
  scope: 'all',
  until: null,
};

const open = (): Promise<Mounted<Member>> =>
  mount(Member, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION, memberId: 'member-1' },
    address: `${PAGE}/member-1`,
    providers: [
      provideSession(sessionFacts({ memberships: [membership({ organizationId: ORGANIZATION, memberId: ME })] })),
      provideAbilities(ORGANIZATION, [], [GRANT]),
    ],
  });

async function read(facts: Partial<MemberView> = {}): Promise<Mounted<Member>> {
  const page = await open();
  page.http.expectOne(MEMBER).flush(memberView(facts));
  await page.settle();
  for (const call of page.http.match(`${MEMBER}/timeline`)) call.flush({ items: [memberEvent()], next: null });
  for (const call of page.http.match(`/api/organizations/${ORGANIZATION}/sites`)) call.flush(SITES);
  for (const call of page.http.match(`${MEMBER}/life`)) call.flush(lifeExample());
  await page.settle();
  return page;
}

async function press(page: Mounted<Member>, key: string, target: EventTarget = document): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await page.settle();
}

describe('one member', () => {
  beforeEach(() => sessionStorage.clear());

  it('shows facts, what happened and what can be done', async () => {
    const page = await read();
    const record = await page.part(RecordPageHarness);
    expect(await record.facts()).toContain('Mira Moorgreen');
    expect(page.text()).toContain('Was added');
    expect(await record.actions()).toContain('Suspend');
    await expectAccessible(page.element);
  });

  it('is named by number in the title, which stays in the history of the browser', async () => {
    const page = await read();
    expect(page.element.querySelector('h1')?.textContent).toContain('Member M-10422');
    expect(page.element.querySelector('h1')?.textContent).not.toContain('Mira');
  });

  it('reveals the first value that is hidden at the key R', async () => {
    const page = await read();
    const look = jest.spyOn(TestBed.inject(Reveals), 'open').mockResolvedValue(undefined);
    await press(page, 'r');
    expect(look).toHaveBeenCalledWith({ organizationId: ORGANIZATION, memberId: 'member-1', categories: [GRANT.category], about: 'M-10422' });
    await press(page, 'r', page.element.querySelector('select') ?? document);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('asks once where R is pressed on the value itself', async () => {
    const page = await read();
    const look = jest.spyOn(TestBed.inject(Reveals), 'open').mockResolvedValue(undefined);
    await press(page, 'r', page.element.querySelector('button[aria-keyshortcuts=R]') ?? document);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('is read again once something was done', async () => {
    const page = await read();
    void (await page.part(ActsHarness)).choose('Suspend');
    await page.settle();
    page.http.expectOne(`${MEMBER}/suspension`).flush({ memberId: 'member-1', number: 10422, status: 'suspended', version: 4 });
    await page.settle();
    page.http.expectOne(MEMBER).flush(memberView({ status: 'suspended', version: 4 }));
    await page.settle();
    expect(page.element.querySelector('sp-member-status')?.textContent).toContain('Suspended');
  });

  it('leads back to the list with what was searched for, and on to its neighbours', async () => {
    const page = await read();
    TestBed.inject(ListTrail).leave({ list: PAGE, ids: ['member-0', 'member-1', 'member-2'], address: `${PAGE}?status=active`, search: 'Mira' });
    await page.settle();
    const links = [...page.element.querySelectorAll<HTMLAnchorElement>('nav a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([`${PAGE}?status=active`, `${PAGE}/member-0`, `${PAGE}/member-2`]);
    await press(page, 'j');
    expect(page.router.url).toBe(`${PAGE}/member-2`);
    links[0]?.click();
    await page.settle();
    expect([page.router.url, TestBed.inject(Location).getState()]).toEqual([`${PAGE}?status=active`, expect.objectContaining({ search: 'Mira' })]);
  });

  it('says so where there is nobody, or nobody for the reader', async () => {
    const page = await open();
    page.http.expectOne(MEMBER).flush({ code: 'not_found' }, { status: 404, statusText: 'Not Found' });
    await page.settle();
    expect(page.text()).toContain('There is nothing here, or it is not yours to see');
    await expectAccessible(page.element);
  });
});
