import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { ChangeMemberStatus, KeepRoles, MemberActors, RecoverLastOwner } from '@smartpar/members/api';
import { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { heard } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;

beforeAll(async () => {
  house = await House.start();
});

beforeEach(async () => {
  larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
});

afterAll(() => house.stop());

const system = () => systemActor(larkspur, 'spec');
const revoke = (person: Person) => house.get(KeepRoles).revoke(system(), person.is.memberId, 'owner');
const become = (person: Person, status: 'active' | 'suspended' | 'deactivated') => house.get(ChangeMemberStatus).run(system(), person.is.memberId, status);
const actorOf = (person: Person, organizationId = larkspur) => house.get(MemberActors).actorOf(person.is.accountId, organizationId);

describe('the last owner', () => {
  it.each([
    ['demoted', revoke],
    ['suspended', (person: Person) => become(person, 'suspended')],
    ['deactivated', (person: Person) => become(person, 'deactivated')],
  ])('cannot be %s', async (_deed, deed) => {
    await expect(deed(owner)).rejects.toMatchObject({ code: 'member.last_owner', status: 409 });
    expect(await actorOf(owner)).toMatchObject({ roles: ['owner'] });
  });

  it('is not saved by an owner who is suspended', async () => {
    const second = await house.person(larkspur, 'owner');
    await become(second, 'suspended');
    await expect(revoke(owner)).rejects.toMatchObject({ code: 'member.last_owner' });
  });

  it.each([
    ['demoting', revoke, revoke],
    ['suspending', (person: Person) => become(person, 'suspended'), (person: Person) => become(person, 'suspended')],
    ['demoting one and suspending the other', revoke, (person: Person) => become(person, 'suspended')],
  ])('remains when two owners lose their place at the same moment by %s', async (_deed, one, other) => {
    const second = await house.person(larkspur, 'owner');
    const outcomes = await Promise.allSettled([one(owner), other(second)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const left = await house.rows(
      larkspur,
      `select m.id from members m join member_roles r on r.member_id = m.id where r.role = 'owner' and m.status = 'active'`,
    );
    expect(left).toHaveLength(1);
  });

  it('can be recovered by an operator: a known member, let in again, or somebody new', async () => {
    const person = await house.person(larkspur);
    await become(person, 'suspended');
    await house.rows(larkspur, 'delete from member_roles');
    const facts = { firstName: 'Fern', lastName: 'Pebbleshore', locale: 'en' } as const;
    expect(await house.get(RecoverLastOwner).run(larkspur, { ...facts, email: person.is.email.toUpperCase() })).toEqual({
      memberId: person.is.memberId,
      added: false,
    });
    expect(await actorOf(person)).toMatchObject({ roles: ['owner'] });
    const added = await house.get(RecoverLastOwner).run(larkspur, { ...facts, email: 'new.owner@larkspur.example' });
    expect(added.added).toBe(true);
    expect(await house.log(larkspur)).toEqual(expect.arrayContaining(['member.status-changed', 'member-role.granted', 'member.added']));
  });
});

describe('roles', () => {
  it('are granted once and taken once, and each is written down once', async () => {
    const person = await house.person(larkspur);
    const roles = house.get(KeepRoles);
    const before = (await house.log(larkspur)).length;
    for (let time = 0; time < 2; time += 1) await roles.grant(system(), person.is.memberId, 'auditor');
    for (let time = 0; time < 2; time += 1) await roles.revoke(system(), person.is.memberId, 'auditor');
    expect((await house.log(larkspur)).slice(before)).toEqual(['member-role.granted', 'member-role.revoked']);
  });

  it('of SmartPAR’s staff exist in its workforce only', async () => {
    const { workforceOrganizationId } = await house.installed();
    const staff = await house.person(workforceOrganizationId, 'support');
    expect(await actorOf(staff, workforceOrganizationId)).toMatchObject({ roles: ['support'], oversight: true });
    await expect(house.get(KeepRoles).grant(system(), owner.is.memberId, 'support')).rejects.toMatchObject({ code: 'member.role_not_here' });
    await house.rows(larkspur, `insert into member_roles (organization_id, member_id, role, granted_at) values ($1, $2, 'support', now())`, [
      larkspur,
      owner.is.memberId,
    ]);
    expect(await actorOf(owner)).toMatchObject({ roles: ['owner'], oversight: false });
  });

  it('cannot be given to somebody of another organization', async () => {
    const stranger = await house.person(await house.organization());
    await expect(house.get(KeepRoles).grant(system(), stranger.is.memberId, 'auditor')).rejects.toMatchObject({ status: 404 });
    await expect(house.get(KeepRoles).grant(system(), newId(), 'auditor')).rejects.toMatchObject({ status: 404 });
  });

  it('open doors the moment they are granted, and close them the moment they are taken', async () => {
    const person = await house.person(larkspur);
    expect((await person.get('/domains')).status).toBe(404);
    await house.get(KeepRoles).grant(system(), person.is.memberId, 'auditor');
    await heard(async () => (await person.get('/domains')).status === 200);
    await house.get(KeepRoles).revoke(system(), person.is.memberId, 'auditor');
    await heard(async () => (await person.get('/domains')).status === 404);
  });
});

describe('a member', () => {
  it.each(['suspended', 'deactivated'] as const)('who is %s gets in nowhere, and the account is told', async (status) => {
    const person = await house.person(larkspur, 'auditor');
    expect((await person.get('')).status).toBe(200);
    await become(person, status);
    expect(await actorOf(person)).toBeNull();
    await heard(async () => (await person.get('')).status === 404);
    expect(await house.accountRows(person.is.accountId, 'select status from account_memberships where account_id = $1')).toEqual([{ status }]);
  });

  it('cannot go where their state does not lead', async () => {
    const person = await house.person(larkspur);
    await become(person, 'deactivated');
    // whoever left comes back by a way of its own, to the state they were in
    for (const to of ['suspended', 'active'] as const) await expect(become(person, to)).rejects.toMatchObject({ code: 'member.state_forbids' });
    expect(await actorOf(person)).toBeNull();
  });

  it('of one organization is nobody in another', async () => {
    expect(await actorOf(owner, await house.organization())).toBeNull();
  });
});
