import { Abilities, ReadDelays, WaitingBreakGlassesQuery, WaitingGrantsQuery, WaitingLockboxesQuery, WaitingViolationsQuery } from '@smartpar/access/api';
import type { Ability, MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { decidingHouse } from './deciding-house';
import { asksFor, inHours } from './grants-house';
import { looksAt, PHONE, signs } from './need-to-know-house';

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let helpdesk: Person;
let deputy: Person;
let member: Person;

beforeAll(async () => {
  house = await decidingHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  organizationId = await house.organization();
  [owner, officer] = [await house.person(organizationId, 'owner'), await house.person(organizationId, 'privacy-officer')];
  [helpdesk, deputy, member] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId), await house.person(organizationId)];
});

type Waiting = readonly { readonly id: string }[];
type Asks = (tx: TenantTransaction, actor: MemberActor, ability: Ability, most: number) => Promise<Waiting>;

/** Which of them stand on somebody's first page, where there is room for so many. */
const onPage = async (who: Person, asks: Asks, most: number): Promise<string[]> => {
  const actor = who.actor('privacy-officer');
  const found = await house.database.tenant(actor, (tx) => asks(tx, actor, house.get(Abilities).of(actor), most));
  return found.map(({ id }) => id);
};

const asksForAccess = async (who: Person): Promise<string> => (await asksFor(house, who)).body.grantId;
const holdsBack = async (who: Person): Promise<string> => {
  const entryId = (await looksAt(helpdesk, member.is.memberId)).body.revealId;
  return (await who.post('/ledger-delays', { entryId, ground: 'crime', words: 'The police asked us to wait.' })).body.id;
};
const breaks = async (who: Person): Promise<string> =>
  (await who.post('/break-glasses', { ground: 'safety', categories: [PHONE], words: 'Somebody fell and we need their family.' })).body.id;
const reports = async (who: Person): Promise<string> => {
  const { memberId } = (await house.person(organizationId, 'helpdesk')).is;
  return (await who.post('/violations', { memberId, words: 'Looked at a neighbour without a task.' })).body.id;
};

describe('what waits on somebody’s first page', () => {
  it.each<[string, (who: Person) => Promise<string>, Asks]>([
    ['a request for access', asksForAccess, (tx, actor, _, most) => house.get(WaitingGrantsQuery).within(tx, actor, most)],
    ['a look to be told of later', holdsBack, (tx, actor, _, most) => house.get(ReadDelays).waiting(tx, actor, most)],
    ['an emergency', breaks, (tx, actor, ability, most) => house.get(WaitingBreakGlassesQuery).within(tx, actor, ability, most)],
    ['a report', reports, (tx, actor, _, most) => house.get(WaitingViolationsQuery).within(tx, actor, most)],
  ])('is what they may decide, however much else waits that is not theirs: %s', async (_, begins, asks) => {
    await officer.post('/deputies', { memberId: deputy.is.memberId, from: inHours(house, 0), until: inHours(house, 96) });
    const ofTheOfficer = await begins(officer);
    house.time.advance({ minutes: 1 });
    const ofTheOwner = await begins(owner);
    // whoever stands in for the officer decides nothing of the officer's own
    expect([await onPage(deputy, asks, 1), await onPage(deputy, asks, 5)]).toEqual([[ofTheOwner], [ofTheOwner]]);
    expect([await onPage(officer, asks, 1), await onPage(owner, asks, 1)]).toEqual([[ofTheOwner], [ofTheOfficer]]);
    expect(await onPage(member, asks, 5)).toEqual([]);
  });

  it('holds the lockboxes they may decide, and none that was asked for before they could', async () => {
    const { workforceOrganizationId } = await house.installed();
    const wish = { justification: 'asked-for-help', categories: [PHONE], scope: { reach: 'all' }, minutes: 60, organizationId };
    const asks = async (caseReference: string): Promise<string> => {
      const staff = await house.person(workforceOrganizationId, 'support');
      await signs(staff);
      return (await staff.post('/oversight/lockboxes', { ...wish, caseReference })).body.id;
    };
    const before = await asks('CASE-1');
    house.time.advance({ minutes: 1 });
    const newcomer = await house.person(organizationId, 'privacy-officer');
    const since = await asks('CASE-2');
    const lockboxes: Asks = (tx, actor, ability, most) => house.get(WaitingLockboxesQuery).within(tx, actor, ability, most);
    expect([await onPage(newcomer, lockboxes, 1), await onPage(officer, lockboxes, 1), await onPage(officer, lockboxes, 5)]).toEqual([
      [since],
      [before],
      [before, since],
    ]);
  });

  it('leaves out what somebody said something about already, by whoever’s right', async () => {
    await officer.post('/deputies', { memberId: deputy.is.memberId, from: inHours(house, 0), until: inHours(house, 96) });
    const [one, other] = [await reports(owner), await reports(owner)];
    await deputy.post(`/violations/${one}/opinions`, { outcome: 'lift', words: 'I have read the looks.' });
    const cases: Asks = (tx, actor, _, most) => house.get(WaitingViolationsQuery).within(tx, actor, most);
    expect([await onPage(officer, cases, 1), await onPage(deputy, cases, 1)]).toEqual([[other], [other]]);
  });
});
