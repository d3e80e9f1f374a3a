import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { granted, grantsHouse, inHours } from './grants-house';
import { PHONE } from './need-to-know-house';

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let helpdesk: Person;

beforeAll(async () => {
  house = await grantsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  organizationId = await house.organization();
  [owner, officer, helpdesk] = [
    await house.person(organizationId, 'owner'),
    await house.person(organizationId, 'privacy-officer'),
    await house.person(organizationId, 'helpdesk'),
  ];
});

const groupOf = async (name: string): Promise<string> => (await owner.post('/groups', { name })).body.id;
const gives = (groupId: string, hours = 24) =>
  owner.post('/grants', {
    to: { kind: 'group', groupId },
    categories: [PHONE],
    mode: 'on-reveal',
    purposes: ['security'],
    scope: { kind: 'all' },
    reviewAt: inHours(house, hours),
    reason: 'The night watch looks into odd sign-ins.',
  });
const IN_USE = { status: 409, body: { code: 'group.in_use' } };

describe('a group that may see something', () => {
  it('is not removed before that is ended, and afterwards it is', async () => {
    const group = await groupOf('Night');
    const { body } = await gives(group);
    expect(await owner.delete(`/groups/${group}`)).toMatchObject(IN_USE);
    await owner.post(`/grants/${body.grantId}/revocation`, { reason: 'The night watch is no more.' });
    expect((await owner.delete(`/groups/${group}`)).status).toBe(204);
    expect((await owner.get(`/grants/${body.grantId}`)).body.grantee).toEqual({ kind: 'group', groupId: null, name: null });
  });

  it('is removed once it has run out by itself', async () => {
    const group = await groupOf('Night');
    await gives(group, 2);
    house.time.advance({ hours: 3 });
    expect((await owner.delete(`/groups/${group}`)).status).toBe(204);
  });

  it('is given nothing while somebody removes it: one comes after the other', async () => {
    for (let n = 0; n < 4; n += 1) {
      const group = await groupOf(`Night ${n}`);
      const [given, removed] = await Promise.all([gives(group), owner.delete(`/groups/${group}`)]);
      expect([
        [201, 409],
        [422, 204],
      ]).toContainEqual([given.status, removed.status]);
    }
  });
});

describe('a group whose members may be seen', () => {
  it('is not removed while somebody may see them, or asks to', async () => {
    const group = await groupOf('Day');
    await granted(house, helpdesk, officer, { scope: { kind: 'group', ids: [group] } });
    expect(await owner.delete(`/groups/${group}`)).toMatchObject(IN_USE);
  });
});

it('no grant names a group there is not', async () => {
  await expect(
    house.rows(
      organizationId,
      `insert into grants (organization_id, id, state, grantee_group_id, categories, mode, purposes, scope_kind, scope_ids, scope_members, ends_at, reviewed,
         requested_at, requested_by, reason, reason_salt, decided_at)
       values ($1, gen_random_uuid(), 'approved', gen_random_uuid(), '{user.name}', 'on-reveal', '{support}', 'all', '{}', '{}', now(), true, now(), $2, 'words', 'salt', now())`,
      [organizationId, owner.is.memberId],
    ),
  ).rejects.toMatchObject({ constraint: 'grants_group' });
});
