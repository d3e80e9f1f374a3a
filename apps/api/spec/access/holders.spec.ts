import { AbilityHolders } from '@smartpar/access/api';
import { type AbilityName, systemActor } from '@smartpar/access/model';
import { takeMails } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { decidingHouse } from './deciding-house';
import { asksFor, inHours } from './grants-house';
import { looksAt, PHONE, signs } from './need-to-know-house';

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let helpdesk: Person;
let ada: Person;
let member: Person;

beforeAll(async () => {
  house = await decidingHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  organizationId = await house.organization();
  [owner, officer] = [await house.person(organizationId, 'owner'), await house.person(organizationId, 'privacy-officer')];
  [helpdesk, ada, member] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId), await house.person(organizationId)];
});

const DECIDING: readonly AbilityName[] = [
  'grant.decide',
  'standing-grant.decide',
  'lockbox.decide',
  'violation.decide',
  'ledger-delay.decide',
  'break-glass.review',
];

const holders = (ability: AbilityName) => house.database.tenant(systemActor(organizationId, 'spec'), (tx) => house.get(AbilityHolders).of(tx, ability));
const numbers = async (ability: AbilityName): Promise<number[]> => (await holders(ability)).map(({ number }) => number);
const names = (who: Person, deputy: Person): Promise<Answer> =>
  who.post('/deputies', { memberId: deputy.is.memberId, from: inHours(house, 0), until: inHours(house, 96) });
const composes = async (...abilities: readonly AbilityName[]): Promise<string> => (await owner.post('/roles', { name: 'Night watch', abilities })).body.id;
const gives = (to: Person, role: string, scope: object = { kind: 'all' }): Promise<Answer> =>
  owner.post(`/members/${to.is.memberId}/role-assignments`, { role, scope });
const told = async (): Promise<string[]> => (await takeMails(house)).map(({ to }) => to).toSorted();

describe('who may decide', () => {
  it.each(DECIDING)('%s: owners and officers, custom roles for the whole organization, and whoever stands in for one of them', async (ability) => {
    const role = await composes(ability);
    await gives(ada, role);
    await names(officer, member);
    expect(await numbers(ability)).toEqual([owner, officer, ada, member].map(({ is }) => is.number));
    expect((await holders(ability)).map(({ memberId, ofMemberId }) => [memberId, ofMemberId])).toEqual([
      [owner.is.memberId, owner.is.memberId],
      [officer.is.memberId, officer.is.memberId],
      [ada.is.memberId, ada.is.memberId],
      [member.is.memberId, officer.is.memberId],
    ]);
  });

  it('nobody by a custom role for a group or a site, or once it is taken', async () => {
    const role = await composes('grant.decide');
    const { body: group } = await owner.post('/groups', { name: 'Night' });
    await gives(ada, role, { kind: 'group', id: group.id });
    expect(await numbers('grant.decide')).toEqual([owner.is.number, officer.is.number]);
  });

  it('since the later of when a custom role was given and when it was changed', async () => {
    const role = await composes('grant.read');
    await gives(ada, role);
    house.time.advance({ hours: 1 });
    await owner.put(`/roles/${role}`, { version: 1, name: 'Night watch', sentence: null, abilities: ['grant.decide'] });
    const found = (await holders('grant.decide')).find(({ memberId }) => memberId === ada.is.memberId);
    expect(found?.since.toISOString()).toBe('2026-03-02T10:00:00.000Z');
  });

  it('lends a deputy deciding and nothing else', async () => {
    await names(officer, ada);
    expect(await numbers('violation.report')).toEqual([owner.is.number, officer.is.number]);
    expect((await ada.post('/violations', { memberId: helpdesk.is.memberId, words: 'Looked at a neighbour without a task.' })).status).toBe(404);
    expect((await ada.post('/roles', { name: 'Mine', abilities: ['member.list'] })).status).toBe(404);
  });

  it('is asked of those who are at work and kept from nothing', async () => {
    await names(officer, ada);
    await owner.post('/violations', { memberId: officer.is.memberId, words: 'Looked at a neighbour without a task.' });
    expect(await numbers('grant.decide')).toEqual([owner.is.number]);
  });
});

describe('somebody with a custom role of deciding', () => {
  beforeEach(async () => {
    await gives(ada, await composes(...DECIDING, 'deputy.name'));
    house.time.advance({ minutes: 1 });
  });

  it('decides what is asked for, is told of it, and finds it waiting', async () => {
    await takeMails(house);
    const { body } = await asksFor(house, helpdesk);
    expect(await told()).toEqual([owner, officer, ada].map(({ is }) => is.email).toSorted());
    expect((await ada.get('/grants?show=to-decide')).body.items).toMatchObject([{ id: body.grantId, may: { decide: true } }]);
    expect((await ada.post(`/grants/${body.grantId}/approval`, {})).status).toBe(200);
  });

  it('looks into a report, and settles it together with another', async () => {
    const { body } = await owner.post('/violations', { memberId: helpdesk.is.memberId, words: 'Looked at a neighbour without a task.' });
    const says = (who: Person) => who.post(`/violations/${body.id}/opinions`, { outcome: 'confirm', words: 'I have read the looks.' });
    expect([(await says(officer)).body.state, (await says(ada)).body.state]).toEqual(['running', 'confirmed']);
  });

  it('names a deputy, who decides by that role and not by more', async () => {
    expect((await names(ada, member)).status).toBe(201);
    const { body } = await asksFor(house, helpdesk);
    expect((await member.post(`/grants/${body.grantId}/approval`, {})).status).toBe(200);
    expect((await owner.get(`/grants/${body.grantId}`)).body.decision).toMatchObject({ inPlaceOf: { number: ada.is.number } });
    expect((await member.post('/deputies', { memberId: helpdesk.is.memberId, from: inHours(house, 0), until: inHours(house, 1) })).status).toBe(404);
  });

  it('loses it at once with the role', async () => {
    const { body } = await asksFor(house, helpdesk);
    const { body: held } = await owner.get(`/role-assignments?memberId=${ada.is.memberId}`);
    await owner.delete(`/members/${ada.is.memberId}/role-assignments/${held.items[0].id}`);
    expect((await ada.post(`/grants/${body.grantId}/approval`, {})).status).toBe(404);
  });
});

describe('a deputy', () => {
  beforeEach(async () => {
    await names(officer, ada);
    house.time.advance({ minutes: 1 });
  });

  it('agrees that a look is told later, in the place of the officer, and not where the officer asked', async () => {
    const look = (await looksAt(helpdesk, member.is.memberId)).body.revealId;
    const asks = async (who: Person) => (await who.post('/ledger-delays', { entryId: look, ground: 'crime', words: 'The police asked us to wait.' })).body.id;
    const decides = (id: string) => ada.post(`/ledger-delays/${id}/decision`, { outcome: 'approve', words: 'I have seen the letter.' });
    expect((await decides(await asks(owner))).body.state).toBe('approved');
    expect(await decides(await asks(officer))).toMatchObject({ status: 409, body: { code: 'ledger-delay.not_yours_to_decide' } });
  });

  it('reviews an emergency, but none of whoever they stand in for', async () => {
    const breaks = async (who: Person) =>
      (await who.post('/break-glasses', { ground: 'safety', categories: [PHONE], words: 'Somebody fell and we need their family.' })).body.id;
    const reviews = (id: string) => ada.post(`/break-glasses/${id}/review`, { outcome: 'justified', words: 'They told me what happened.' });
    expect((await reviews(await breaks(owner))).status).toBe(200);
    expect(await reviews(await breaks(officer))).toMatchObject({ status: 409, body: { code: 'break_glass.own' } });
  });

  it('is one of two who settle a report, and not the second half of one', async () => {
    const { body } = await owner.post('/violations', { memberId: helpdesk.is.memberId, words: 'Looked at a neighbour without a task.' });
    const says = (who: Person) => who.post(`/violations/${body.id}/opinions`, { outcome: 'lift', words: 'I have read the looks.' });
    house.time.advance({ minutes: 1 });
    const second = await house.person(organizationId, 'privacy-officer');
    expect((await says(ada)).status).toBe(200);
    expect(await says(officer)).toMatchObject({ status: 409, body: { code: 'violation.not_yours_to_decide' } });
    // the right of the second is younger than the report
    expect((await says(second)).status).toBe(409);
    expect((await owner.get(`/violations/${body.id}`)).body.state).toBe('running');
  });

  it('decides about a lockbox, and the log says in whose place', async () => {
    const { workforceOrganizationId } = await house.installed();
    const staff = await house.person(workforceOrganizationId, 'support');
    await signs(staff);
    const wish = { caseReference: 'CASE-48211', justification: 'asked-for-help', categories: [PHONE], scope: { reach: 'all' }, minutes: 60, organizationId };
    const { body } = await staff.post('/oversight/lockboxes', wish);
    expect((await ada.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved' })).status).toBe(200);
    const [entry] = await house.rows(organizationId, `select facts from audit_entries where organization_id = $1 and action = 'lockbox.approved'`, [
      organizationId,
    ]);
    expect(entry).toMatchObject({ facts: { inPlaceOf: officer.is.memberId } });
  });
});
