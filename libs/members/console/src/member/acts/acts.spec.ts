import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { TestBed } from '@angular/core/testing';
import type { Rule } from '@smartpar/access/model';
import type { MemberView } from '@smartpar/members/model';
import { Dialogs, Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { MAY, ME, ORGANIZATION, memberView } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { CorrectDialog } from '../correct-dialog/correct-dialog';
import { Acts } from './acts';
import { ActsHarness } from './acts.harness';

const MEMBER = `/api/organizations/${ORGANIZATION}/members/member-1`;
const NOTHING: MemberView['may'] = { ...MAY, correct: false, place: false, suspend: false, assignRole: false };
const INVITED = memberView({
  status: 'invited',
  signsIn: false,
  invitation: { state: 'waiting', sentAt: '2026-01-05T09:00:00Z', expiresAt: '2026-01-12T09:00:00Z' },
  may: { ...MAY, invite: true, withdraw: true },
});

async function show(member: MemberView = memberView(), rules: readonly Rule[] = []) {
  const page = await mount(Acts, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION, member },
    providers: [
      provideAbilities(ORGANIZATION, [...rules]),
      provideSession(sessionFacts({ memberships: [membership({ organizationId: ORGANIZATION, memberId: ME })] })),
    ],
  });
  let done = 0;
  page.component.done.subscribe(() => (done += 1));
  return { page, acts: await page.part(ActsHarness), done: () => done };
}

async function press(page: Mounted<Acts>, acts: ActsHarness, word: string): Promise<void> {
  void acts.choose(word);
  await page.settle();
}

const standing = { memberId: 'member-1', number: 10422, status: 'suspended', version: 4 };

describe('what can be done to a member', () => {
  it('is said with what follows from it', async () => {
    const { page, acts } = await show();
    expect(await (await acts.list()).offered()).toEqual(['Correct facts', 'Correct work', 'Suspend']);
    expect(page.text()).toContain('Their data, roles and privacy requests stay.');
    await expectAccessible(page.element);
  });

  it.each([
    ['is invited', INVITED, ['Correct facts', 'Correct work', 'Send the invitation again', 'Withdraw the invitation', 'Suspend']],
    [
      'was never invited',
      memberView({ may: { ...NOTHING, invite: true }, invitation: { state: 'none', sentAt: null, expiresAt: null } }),
      ['Send an invitation'],
    ],
    ['is suspended', memberView({ status: 'suspended', may: { ...NOTHING, reactivate: true } }), ['Let in again']],
    ['is the reader, who could not take it back', memberView({ id: ME }), ['Correct facts', 'Correct work']],
  ])('depends on where they stand: the member %s', async (_, member, offered) => {
    expect(await (await (await show(member)).acts.list()).offered()).toEqual(offered);
  });

  it('takes no room where nothing can be done', async () => {
    expect((await show(memberView({ may: NOTHING }))).page.element.hidden).toBe(true);
  });

  it('lead to helping them to come in, for those who may do that', async () => {
    const rules: readonly Rule[] = [{ action: 'help', subject: 'member' }];
    const { page, acts } = await show(memberView({ may: NOTHING }), rules);
    expect(await (await acts.list()).offered()).toEqual(['Help to come in']);
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe(`/org/${ORGANIZATION}/members/help/member-1`);
    expect(page.element.hidden).toBe(false);
    await expectAccessible(page.element);
    TestBed.resetTestingModule();
    expect((await show(memberView({ may: NOTHING, status: 'deactivated' }), rules)).page.element.hidden).toBe(true);
  });

  it('suspends at once, and that can be taken back', async () => {
    const { page, acts, done } = await show();
    await press(page, acts, 'Suspend');
    page.http.expectOne(`${MEMBER}/suspension`).flush(standing);
    await page.settle();
    expect(done()).toBe(1);
    expect(TestBed.inject(Toasts).shown()?.text).toBe('Suspended. They cannot enter any more.');
    TestBed.inject(Toasts).undo();
    await page.settle();
    page.http.expectOne(`${MEMBER}/reactivation`).flush(standing);
    await page.settle();
    expect(done()).toBe(2);
  });

  it('lets somebody who has yet to accept be invited again, and says just that', async () => {
    const { page, acts } = await show({ ...INVITED, status: 'suspended', may: { ...NOTHING, reactivate: true } });
    expect(page.text()).toContain('They can enter once they accept it.');
    await press(page, acts, 'Let in again');
    page.http.expectOne(`${MEMBER}/reactivation`).flush({ ...standing, status: 'invited' });
    await page.settle();
    expect(TestBed.inject(Toasts).shown()).toMatchObject({ text: 'They are invited again.' });
  });

  it('takes nothing back that would not be as before', async () => {
    const { page, acts } = await show({ ...INVITED, status: 'active' });
    await press(page, acts, 'Suspend');
    page.http.expectOne(`${MEMBER}/suspension`).flush(standing);
    await page.settle();
    expect(TestBed.inject(Toasts).shown()?.undo).toBeUndefined();
  });

  it.each([
    ['Send the invitation again', 'POST'],
    ['Withdraw the invitation', 'DELETE'],
  ])('%s', async (word, method) => {
    const { page, acts, done } = await show(INVITED);
    await press(page, acts, word);
    const call = page.http.expectOne(`${MEMBER}/invitation`);
    expect(call.request.method).toBe(method);
    call.flush(standing);
    await page.settle();
    expect(done()).toBe(1);
  });

  it.each([
    ['member.last_owner', 409, 'Make another active member an owner first.'],
    ['member.state_forbids', 409, 'Load the page again to see it.'],
  ])('says why that did not work: %s', async (code, status, sentence) => {
    const { page, acts, done } = await show();
    await press(page, acts, 'Suspend');
    page.http.expectOne(`${MEMBER}/suspension`).flush({ code }, { status, statusText: 'Conflict' });
    await page.settle();
    expect(await (await acts.problem()).sentence()).toContain(sentence);
    expect(done()).toBe(0);
    expect(TestBed.inject(Toasts).shown()).toBeNull();
  });

  it('corrects facts in a dialog of its own', async () => {
    const { page, acts, done } = await show();
    const open = jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue(true);
    await press(page, acts, 'Correct facts');
    expect(open).toHaveBeenCalledWith(CorrectDialog, { organizationId: ORGANIZATION, member: memberView() });
    expect(done()).toBe(1);
  });
});
