import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { memberNumberText, type MemberListItem } from '@smartpar/members/model';
import { Dialogs, Reauthentication, keysetList, selectionIn } from '@smartpar/platform/ui';
import { BulkBarHarness, BulkReportHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ME, ORGANIZATION, listItem } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { BulkActs, type BulkSite } from './bulk-acts';
import { BulkMembers } from './bulk-members';

const MEMBERS = `/api/organizations/${ORGANIZATION}/members`;
const PEOPLE = [1, 2, 3, 4, 5].map((n) => listItem({ id: `member-${n}`, number: 10_000 + n }));
const RULES = ['suspend', 'reactivate', 'invite', 'place'].map((action) => ({ action, subject: 'member' }));

@Component({
  selector: 'sp-listed',
  imports: [BulkMembers],
  template: `<sp-bulk-members [organizationId]="at" [members]="members" [selection]="selection" />`,
})
class Listed {
  protected readonly at = ORGANIZATION;
  readonly members = keysetList<MemberListItem>(() => ({ path: '/listed' }));
  readonly selection = selectionIn(this.members, { key: ({ id }) => id, name: ({ number }) => memberNumberText(number), most: 200 });
}

async function show(): Promise<{ page: Mounted<Listed>; bar: BulkBarHarness; http: HttpTestingController }> {
  const page = await mount(Listed, {
    texts: { members: en },
    providers: [
      provideAbilities(ORGANIZATION, RULES),
      provideSession(sessionFacts({ memberships: [membership({ organizationId: ORGANIZATION, memberId: ME })] })),
    ],
  });
  page.http.expectOne('/api/listed').flush({ items: PEOPLE, next: null });
  await page.settle();
  return { page, bar: await page.part(BulkBarHarness), http: page.http };
}

/** Selects everybody and begins; the dialog is answered with an order. */
async function begin(word: string, site: BulkSite = null) {
  const shown = await show();
  jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue({ site });
  await shown.bar.toggleShown();
  void shown.bar.choose(word);
  // the dialog is code of its own, which arrives later
  while (TestBed.inject(BulkActs).current() === null) await shown.page.settle();
  await shown.page.settle();
  return { ...shown, report: await shown.page.part(BulkReportHarness) };
}

/** Answers whatever is asked to be done, until nothing more is. */
async function answerAll(page: Mounted<Listed>, answer: (memberId: string) => string | null): Promise<void> {
  for (;;) {
    const calls = page.http.match(({ method }) => method !== 'GET');
    if (calls.length === 0) return;
    for (const call of calls) {
      const code = answer(call.request.url.split('/').at(-2) ?? '');
      if (code === null) call.flush({ status: 'suspended' });
      else call.flush({ code }, { status: 409, statusText: 'Conflict' });
    }
    await page.settle();
  }
}

describe('one act for those selected', () => {
  it('is offered with how many it fits', async () => {
    const { page, bar } = await show();
    expect(await bar.acts()).toEqual([]);
    page.component.selection.toggle(PEOPLE[0] ?? listItem(), 'one');
    await page.settle();
    expect(await bar.acts()).toEqual(['Change the site (1)', 'Suspend (1)']);
    await expectAccessible(page.element);
  });

  it('is a call for each, under a key for each, a few at a time', async () => {
    const { page, http, report } = await begin('Suspend (5)');
    const calls = http.match(({ url }) => url.endsWith('/suspension'));
    expect(calls.map(({ request }) => request.url)).toEqual([1, 2, 3].map((n) => `${MEMBERS}/member-${n}/suspension`));
    expect(new Set(calls.map(({ request }) => request.headers.get('Idempotency-Key'))).size).toBe(3);
    calls[1]?.flush({});
    await page.settle();
    expect(await report.progress()).toBe('1 of 5 answered');
    expect(http.match(({ url }) => url.endsWith('/suspension'))).toHaveLength(1);
  });

  it('says how many were done and which were refused, and the list shows where they stand by now', async () => {
    const { page, http, report } = await begin('Suspend (5)');
    await answerAll(page, (id) => ({ 'member-2': 'member.last_owner', 'member-4': 'member.state_forbids' })[id] ?? null);
    expect(await report.result()).toBe('Done: 3 of 5.');
    expect(await report.refused()).toEqual([
      'This is the only owner, and somebody has to own the organization. Make another active member an owner first. M-10002',
      'Somebody else changed where they stand, so this does not fit any more: M-10004',
    ]);
    http.expectNone('/api/listed');
    expect(page.component.members.items().map(({ status }) => status)).toEqual(['suspended', 'active', 'suspended', 'active', 'suspended']);
    expect(page.component.selection.chosen()).toHaveLength(5);
    expect(await (await page.part(BulkBarHarness)).acts()).toContain('Let in again (3)');
    await expectAccessible(page.element);
    await report.press('Put away');
    expect(TestBed.inject(BulkActs).current()).toBeNull();
  });

  it('places each in the version they are in', async () => {
    const { page, http } = await begin('Change the site (5)', { id: 'site-2', name: 'Hill' });
    http.expectOne(`${MEMBERS}/member-1`).flush({ version: 7 });
    await page.settle();
    const call = http.expectOne(`${MEMBERS}/member-1/site`);
    expect([call.request.method, call.request.body]).toEqual(['PUT', { version: 7, siteId: 'site-2' }]);
  });

  it('shows the new site of all of them in the end', async () => {
    const { page, http } = await begin('Change the site (5)', { id: 'site-2', name: 'Hill' });
    for (let asked = http.match(({ url }) => url.startsWith(MEMBERS)); asked.length > 0; asked = http.match(({ url }) => url.startsWith(MEMBERS))) {
      for (const call of asked) call.flush(call.request.method === 'GET' ? { version: 7 } : { status: 'active' });
      await page.settle();
    }
    expect(page.component.members.items().map(({ site }) => site?.name)).toEqual(['Hill', 'Hill', 'Hill', 'Hill', 'Hill']);
  });

  it('begins nothing more where no proof is given, and keeps who is left', async () => {
    const ask = jest.spyOn(Reauthentication.prototype, 'ask').mockResolvedValue(false);
    const { page, http, report } = await begin('Suspend (5)');
    for (const call of http.match(({ url }) => url.endsWith('/suspension')))
      call.flush({ code: 'reauthentication_required' }, { status: 403, statusText: 'Forbidden' });
    await page.settle();
    http.expectNone(({ url }) => url.endsWith('/suspension'));
    expect(await report.left()).toContain('we need to know that it is really you');
    expect((await report.left())?.match(/M-\d+/g)?.sort()).toEqual(PEOPLE.map(({ number }) => memberNumberText(number)));
    ask.mockRestore();
  });

  it('lives on while its page is left', async () => {
    const { page } = await begin('Suspend (5)');
    page.fixture.destroy();
    await answerAll(page, () => null);
    expect(TestBed.inject(BulkActs).current()?.run.done()).toHaveLength(5);
  });
});
