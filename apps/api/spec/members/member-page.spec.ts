import { AddMembers, KeepRoles } from '@smartpar/members/api';
import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { membersHouse } from './members-house';

let house: House;
let larkspur: string;
let people: Readonly<Record<'owner' | 'administrator' | 'officer' | 'helpdesk' | 'auditor' | 'plain', Person>>;
let memberId: string;

beforeAll(async () => {
  house = await membersHouse();
  larkspur = await house.organization();
  people = {
    owner: await house.person(larkspur, 'owner'),
    administrator: await house.person(larkspur, 'user-administrator'),
    officer: await house.person(larkspur, 'privacy-officer'),
    helpdesk: await house.person(larkspur, 'helpdesk'),
    auditor: await house.person(larkspur, 'auditor'),
    plain: await house.person(larkspur),
  };
  const wanted = { email: 'wren@otherhill.example', firstName: 'Wren', lastName: 'Foxglade', phone: '+49 30 1234567', locale: 'de' } as const;
  memberId = (await house.get(AddMembers).run(larkspur, [wanted]))[0]?.memberId ?? '';
});

afterAll(() => house.stop());

const PERSONAL = /wren|foxglade|otherhill|1234567/i;

describe('the page of a member', () => {
  it('says the facts to whoever may read members, and personal data as far as it is shown', async () => {
    const { body } = await people.administrator.get(`/members/${memberId}`);
    expect(body).toMatchObject({
      id: memberId,
      version: 1,
      status: 'active',
      site: null,
      roles: [],
      locale: 'de',
      joinedAt: '2026-03-02T09:00:00Z',
      signsIn: false,
      invitation: { state: 'none', sentAt: null, expiresAt: null },
      profile: { firstName: 'Wren', lastName: 'Foxglade', email: 'wren@otherhill.example' },
      sight: { 'user.name': 'shown', 'user.contact.email.work': 'shown', 'user.contact.phone_number.work': 'on-reveal' },
      may: { correct: true, place: true, suspend: true, reactivate: false, invite: true, withdraw: false, assignRole: false },
    });
    expect(body.profile).not.toHaveProperty('phone');
  });

  it.each(['officer', 'helpdesk', 'auditor'] as const)('shows nothing personal to the %s, and lets them do nothing', async (who) => {
    const { status, body } = await people[who].get(`/members/${memberId}`);
    expect(status).toBe(200);
    expect(body.profile).toEqual({});
    expect(JSON.stringify(body)).not.toMatch(PERSONAL);
    expect(Object.values(body.may)).not.toContain(true);
  });

  it('says to owners that they may give roles, and to user administrators that owners are not theirs', async () => {
    expect((await people.owner.get(`/members/${memberId}`)).body.may.assignRole).toBe(true);
    expect((await people.administrator.get(`/members/${people.owner.is.memberId}`)).body.may).toEqual({
      correct: false,
      place: false,
      suspend: false,
      reactivate: false,
      invite: false,
      withdraw: false,
      assignRole: false,
    });
  });

  it('is nowhere for members without a role, for other organizations and for what is no id', async () => {
    const elsewhere = await house.person(await house.organization(), 'owner');
    for (const answer of [
      await people.plain.get(`/members/${memberId}`),
      await elsewhere.get(`/members/${memberId}`),
      await people.owner.at(elsewhere.is.organizationId).get(`/members/${memberId}`),
      await people.owner.get(`/members/${newId()}`),
      await people.owner.get('/members/%00'),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
  });
});

describe('the timeline of a member', () => {
  it('tells codes and facts, newest first, page by page, and never a name or an account', async () => {
    const { memberId: id } = people.plain.is;
    for (const role of ['helpdesk', 'auditor'] as const) await house.get(KeepRoles).grant(systemActor(larkspur, 'spec'), id, role);
    await people.owner.delete(`/members/${id}/roles/helpdesk`);
    const first = (await people.auditor.get(`/members/${id}/timeline?size=2`)).body;
    expect(first.items).toMatchObject([
      { action: 'member-role.revoked', facts: { role: 'helpdesk' }, actor: { kind: 'member', memberNumber: 'M-10001', roles: ['owner'] } },
      { action: 'member-role.granted', facts: { role: 'auditor' }, actor: { kind: 'system', memberNumber: null } },
    ]);
    const rest = (await people.auditor.get(`/members/${id}/timeline?after=${first.next}`)).body;
    expect(rest.items.map(({ action }: { action: string }) => action)).toEqual(['member-role.granted', 'member.account-linked', 'member.added']);
    expect(JSON.stringify([first, rest])).not.toMatch(new RegExp(`ashgrove|${people.plain.is.accountId}`, 'i'));
  });

  it('is nowhere for members without a role and for other organizations', async () => {
    const elsewhere = await house.person(await house.organization(), 'owner');
    expect((await people.owner.at(elsewhere.is.organizationId).get(`/members/${memberId}/timeline`)).status).toBe(404);
    expect((await elsewhere.get(`/members/${memberId}/timeline`)).status).toBe(404);
    expect((await people.owner.get(`/members/${newId()}/timeline`)).status).toBe(404);
  });
});
