import { TestBed } from '@angular/core/testing';
import type { MemberHelp } from '@smartpar/members/model';
import { Toasts } from '@smartpar/platform/ui';
import { ActListHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, memberEvent } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { HelpPage } from './help-page';

const AT = `/api/organizations/${ORGANIZATION}`;
const HELP: MemberHelp = {
  memberId: 'member-1',
  number: 10_422,
  status: 'active',
  signsIn: true,
  lastUsedOn: '2026-03-04',
  invitation: { state: 'none', sentAt: null, expiresAt: null },
  acts: [memberEvent({ action: 'member.signed-out', facts: {} })],
  may: { resendInvitation: false, signOut: true, resetFactor: true },
};

async function open(help: Partial<MemberHelp> = {}): Promise<Mounted<HelpPage>> {
  const page = await mount(HelpPage, { texts: { members: en }, inputs: { organizationId: ORGANIZATION, memberId: 'member-1' } });
  page.http.expectOne(`${AT}/members/member-1/help`).flush({ ...HELP, ...help });
  page.http.expectOne(`${AT}/second-factor`).flush({ required: true, graceDays: 0, requiredFrom: null, version: 1 });
  await page.settle();
  return page;
}

describe('helping somebody to come in', () => {
  it('says by number how their entry stands and what was done, and nothing of their account', async () => {
    const page = await open();
    for (const words of ['Member M-10422: coming in', 'Has an account to sign in with.', '4 March 2026', 'Was signed out of this organization everywhere'])
      expect(page.text()).toContain(words);
    expect(page.text()).toContain('Whether this person has set one up is theirs alone.');
    await expectAccessible(page.element);
  });

  it.each([
    ['Sign out of this organization everywhere', `${AT}/entry/ends`, { memberNumber: 'M-10422' }],
    ['Let in without their second factor', `${AT}/second-factor/resets`, { memberNumber: 'M-10422' }],
    ['Send the invitation again', `${AT}/members/member-1/help/invitation`, {}],
  ])('does it: %s', async (word, url, body) => {
    const page = await open({ may: { resendInvitation: true, signOut: true, resetFactor: true } });
    const shown = jest.spyOn(TestBed.inject(Toasts), 'show');
    await (await page.part(ActListHarness)).choose(word);
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url });
    expect(call.request.body).toEqual(body);
    call.flush(null);
    await page.settle();
    expect(shown).toHaveBeenCalledTimes(1);
    page.http.expectOne(`${AT}/members/member-1/help`).flush(HELP);
  });

  it('offers only what may be done, and says so where that is nothing', async () => {
    expect(await (await (await open()).part(ActListHarness)).offered()).toEqual([
      'Sign out of this organization everywhere',
      'Let in without their second factor',
    ]);
    TestBed.resetTestingModule();
    const page = await open({ may: { resendInvitation: false, signOut: false, resetFactor: false } });
    expect(page.text()).toContain('There is nothing you may do for this member.');
  });

  it('says why where it was refused', async () => {
    const page = await open();
    await (await page.part(ActListHarness)).choose('Sign out of this organization everywhere');
    await page.settle();
    page.http.expectOne(`${AT}/entry/ends`).flush({ code: 'member.unknown', detail: '', errors: [] }, { status: 422, statusText: 'No' });
    await page.settle();
    expect(page.text()).toContain('You may not do this for this member.');
  });
});
