import { WideningWork } from '@smartpar/access/api';
import { ORGANIZATION_PURPOSES, type StandingGrant, systemActor } from '@smartpar/access/model';
import { KeepRoles } from '@smartpar/members/api';
import { takeMails } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { hasPhone, looksAt, PHONE, startHouse } from './need-to-know-house';

const NOT_FOUND = { status: 404, body: { code: 'not_found' } };

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let member: Person;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  organizationId = await house.organization();
  [owner, officer, member] = [
    await house.person(organizationId, 'owner'),
    await house.person(organizationId, 'privacy-officer'),
    await house.person(organizationId),
  ];
  await hasPhone(house, member, '+49 30 1234567');
  house.time.advance({ minutes: 1 });
  await takeMails(house);
  await house.database.global((tx) => tx.query('delete from due_work'));
});

const line = (role: StandingGrant['role'], mode: StandingGrant['mode'], purposes: StandingGrant['purposes'] = []): StandingGrant => ({
  role,
  category: PHONE,
  mode,
  purposes,
});
const OWNERS_SHOWN = line('owner', 'shown', [...ORGANIZATION_PURPOSES]);
const change = (grants: readonly StandingGrant[], version = 1, who = owner): Promise<Answer> => who.put('/standing-grants', { version, grants });
const settle = (who: Person, { body }: Answer, how: 'approval' | 'refusal'): Promise<Answer> =>
  who.post(`/standing-grants/widenings/${body.waiting[0].id}/${how}`, {});
const now = async (role: string, who = owner): Promise<string> => {
  const { body } = await who.get('/standing-grants');
  return body.grants.find((one: StandingGrant) => one.role === role && one.category === PHONE).mode;
};
const holds = (who: Person, role: string) => who.get('/abilities').then(({ body }) => body.grants.some(({ id }: { id: string }) => id === `${role} ${PHONE}`));
const timePasses = (): Promise<number> => house.perform(house.get(WideningWork).kinds());
const gives = (who: Person, role: StandingGrant['role']) => house.get(KeepRoles).grant(systemActor(organizationId, 'spec'), who.is.memberId, role);
const templates = async (): Promise<string[]> => (await takeMails(house)).map(({ template, to }) => `${template} ${to}`).toSorted();

describe('an owner who lets owners see more', () => {
  it('waits for somebody who decides and does not gain', async () => {
    const asked = await change([OWNERS_SHOWN]);
    expect(asked).toMatchObject({
      status: 200,
      body: { waiting: [{ role: 'owner', category: PHONE, to: { mode: 'shown' }, alone: false, requestedBy: { self: true } }] },
    });
    expect(await now('owner')).toBe('on-reveal');
    expect(await templates()).toEqual([`access.widening-asked ${officer.is.email}`]);
    expect(await settle(owner, asked, 'approval')).toMatchObject({ status: 409, body: { code: 'decision.concerned' } });
    expect((await settle(officer, asked, 'approval')).body.waiting).toEqual([]);
    expect(await now('owner')).toBe('shown');
    expect(await templates()).toEqual([`access.widening-settled ${owner.is.email}`]);
    const log = (await house.log(organizationId)).filter((action) => action.startsWith('standing-grant'));
    expect(log).toEqual(['standing-grant.widening-requested', 'standing-grant.widening-approved', 'standing-grant.changed']);
  });

  it('is not helped by another owner, who gains as well, but is refused by them', async () => {
    const second = await house.person(organizationId, 'owner');
    house.time.advance({ minutes: 1 });
    const asked = await change([OWNERS_SHOWN]);
    expect(await settle(second, asked, 'approval')).toMatchObject({ status: 409, body: { code: 'decision.concerned' } });
    expect((await settle(second, asked, 'refusal')).body.waiting).toEqual([]);
    expect([await now('owner'), (await settle(officer, asked, 'approval')).body.code]).toEqual(['on-reveal', 'standing_grant.widening_settled']);
  });

  it('is not helped by whoever was given the right afterwards', async () => {
    const asked = await change([OWNERS_SHOWN]);
    house.time.advance({ minutes: 1 });
    const late = await house.person(organizationId, 'privacy-officer');
    expect(await settle(late, asked, 'approval')).toMatchObject({ status: 409, body: { code: 'decision.right_too_young' } });
  });

  it('is refused by silence after the time the organization gives', async () => {
    await owner.patch('', { version: 1, decideWithinHours: 2 });
    const asked = await change([OWNERS_SHOWN]);
    house.time.advance({ hours: 2 });
    expect([(await settle(officer, asked, 'approval')).body.code, await timePasses(), await now('owner')]).toEqual(['decision.lapsed', 1, 'on-reveal']);
    expect((await owner.get('/standing-grants')).body.waiting).toEqual([]);
  });

  it('takes it back, or asks for something else instead', async () => {
    const asked = await change([OWNERS_SHOWN]);
    expect((await settle(owner, asked, 'refusal')).body.waiting).toEqual([]);
    await change([OWNERS_SHOWN], 2);
    const other = await change([line('owner', 'shown', ['administration', 'support'])], 3);
    expect(other.body.waiting).toMatchObject([{ to: { purposes: ['administration', 'support'] } }]);
    const narrowed = await change([line('owner', 'hidden')], 4);
    expect([narrowed.body.waiting, await now('owner')]).toEqual([[], 'hidden']);
  });

  it('that is as shipped again waits as well', async () => {
    await change([line('owner', 'hidden')]);
    const asked = await change([], 2);
    expect([asked.body.waiting.length, await now('owner')]).toEqual([1, 'hidden']);
    await settle(officer, asked, 'approval');
    expect([await now('owner'), await house.rows(organizationId, 'select 1 from standing_grants where organization_id = $1', [organizationId])]).toEqual([
      'on-reveal',
      [],
    ]);
  });

  it('keeps everything else of the change, which counts at once', async () => {
    const { body } = await change([OWNERS_SHOWN, line('privacy-officer', 'hidden'), line('helpdesk', 'shown', ['support'])]);
    expect([body.waiting.length, await now('owner'), await now('privacy-officer'), await now('helpdesk')]).toEqual([1, 'on-reveal', 'hidden', 'shown']);
  });

  it('agreed to twice with one key is agreed to once; others and strangers find nothing', async () => {
    const asked = await change([OWNERS_SHOWN]);
    const path = `/standing-grants/widenings/${asked.body.waiting[0].id}/approval`;
    const stranger = await house.person(await house.organization(), 'privacy-officer');
    expect([await member.post(path, {}), await stranger.post(path, {})]).toMatchObject([NOT_FOUND, NOT_FOUND]);
    expect((await officer.stale.post(path, {})).body.code).toBe('reauthentication_required');
    const both = [await officer.post(path, {}, 'the-very-same-key-0001'), await officer.post(path, {}, 'the-very-same-key-0001')];
    expect(both.map(({ status, body }) => [status, body.version])).toEqual([
      [200, 3],
      [200, 3],
    ]);
  });
});

describe('an owner alone', () => {
  beforeEach(async () => {
    organizationId = await house.organization();
    owner = await house.person(organizationId, 'owner');
    house.time.advance({ minutes: 1 });
    await takeMails(house);
  });

  it('is not locked out: it counts after three days, in which those who read it were told', async () => {
    const auditor = await house.person(organizationId, 'auditor');
    const asked = await change([OWNERS_SHOWN]);
    expect(asked.body.waiting).toMatchObject([{ alone: true, may: { approve: false, refuse: true } }]);
    expect(await templates()).toEqual([`access.widening-alone ${auditor.is.email}`]);
    house.time.advance({ hours: 71, minutes: 59 });
    expect([await timePasses(), await now('owner')]).toEqual([0, 'on-reveal']);
    house.time.advance({ minutes: 1 });
    expect([await timePasses(), await now('owner')]).toEqual([1, 'shown']);
    expect(await templates()).toEqual([`access.widening-settled ${auditor.is.email}`, `access.widening-settled ${owner.is.email}`].toSorted());
  });

  it('has nobody to decide only as long as nobody is there: whoever is back by then is asked anew', async () => {
    const late = await house.person(organizationId, 'privacy-officer');
    house.time.advance({ minutes: 1 });
    const becomes = (status: string) =>
      house.rows(organizationId, 'update members set status = $3 where organization_id = $1 and id = $2', [organizationId, late.is.memberId, status]);
    await becomes('suspended');
    const asked = await change([OWNERS_SHOWN]);
    await becomes('active');
    house.time.advance({ hours: 72 });
    await takeMails(house);
    expect([asked.body.waiting[0].alone, await timePasses(), await now('owner')]).toEqual([true, 1, 'on-reveal']);
    expect(await takeMails(house)).toMatchObject([{ template: 'access.widening-settled', to: owner.is.email, facts: { state: 'decidable' } }]);
    expect(await house.log(organizationId)).toContain('standing-grant.widening-lapsed');
    expect((await change([OWNERS_SHOWN], 2)).body.waiting).toMatchObject([{ alone: false }]);
  });

  it('is refused by another owner in that time, and gets nothing once they own it no longer', async () => {
    const second = await house.person(organizationId, 'owner');
    house.time.advance({ minutes: 1 });
    const asked = await change([OWNERS_SHOWN]);
    expect([asked.body.waiting[0].alone, (await settle(second, asked, 'refusal')).status]).toEqual([true, 200]);
    await change([OWNERS_SHOWN], 2);
    await house.get(KeepRoles).revoke(systemActor(organizationId, 'spec'), owner.is.memberId, 'owner');
    house.time.advance({ hours: 72 });
    expect([await timePasses(), await now('owner', second)]).toEqual([1, 'on-reveal']);
  });
});

describe('what an owner lets others see', () => {
  it('counts at once for them, and never for the owner, though they take the role', async () => {
    const helpdesk = await house.person(organizationId, 'helpdesk');
    await change([line('helpdesk', 'hidden'), line('owner', 'hidden')]);
    await change([line('helpdesk', 'shown', ['support']), line('owner', 'hidden')], 2);
    await gives(owner, 'helpdesk');
    expect([await holds(helpdesk, 'helpdesk'), await holds(owner, 'helpdesk')]).toEqual([true, false]);
    expect((await looksAt(owner, member.is.memberId)).status).toBe(404);
    expect((await looksAt(helpdesk, member.is.memberId)).status).toBe(201);
  });

  it('serves them too once another owner has changed it further', async () => {
    const second = await house.person(organizationId, 'owner');
    await change([line('helpdesk', 'hidden')]);
    await change([line('helpdesk', 'on-reveal', ['support'])], 2);
    await change([line('helpdesk', 'shown', ['support'])], 3, second);
    await gives(owner, 'helpdesk');
    await gives(second, 'helpdesk');
    const modes = async (who: Person) => (await who.get('/abilities')).body.grants.find(({ id }: { id: string }) => id === `helpdesk ${PHONE}`)?.mode;
    expect([await modes(owner), await modes(second)]).toEqual(['shown', 'on-reveal']);
  });

  it('waits where they hold the role for one site only', async () => {
    const group = await house.rows<{ id: string }>(
      organizationId,
      `insert into member_groups (organization_id, id, name, name_folded, created_at) values ($1, gen_random_uuid(), 'Night', 'night', now()) returning id`,
      [organizationId],
    );
    await house.rows(
      organizationId,
      `insert into role_assignments (organization_id, id, member_id, built_in, group_id, assigned_at) values ($1, gen_random_uuid(), $2, 'helpdesk', $3, now())`,
      [organizationId, owner.is.memberId, group[0]?.id],
    );
    expect((await change([line('helpdesk', 'shown', ['support'])])).body.waiting).toMatchObject([{ role: 'helpdesk' }]);
  });
});
