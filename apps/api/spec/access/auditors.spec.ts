import { planWork } from '@smartpar/platform/jobs';
import { Temporal } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { itemsOf, mailsOf, panelIn, type Panel, placeOf, reviewsHouse, rolesOf, says, siteOf, started, timePasses } from './reviews-house';

const NOT_FOUND = { status: 404, body: { code: 'not_found' } };
const GETS_NO_ROLE = { status: 409, body: { code: 'external_auditor.gets_role' } };
const HOLDS_ROLES = { status: 409, body: { code: 'external_auditor.holds_roles' } };
const ALL = { kind: 'all' };

let house: House;
let organizationId: string;
let owner: Person;
let administrator: Person;
let outside: Person;

beforeAll(async () => {
  house = await reviewsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  await house.database.global((tx) => tx.query('delete from due_work'));
  organizationId = await house.organization({ timeZone: 'America/Los_Angeles' });
  [owner, administrator, outside] = [
    await house.person(organizationId, 'owner'),
    await house.person(organizationId, 'user-administrator'),
    await house.person(organizationId),
  ];
});

const admits = (admitting: object, who = outside): Promise<Answer> => owner.put(`/members/${who.is.memberId}/external-auditor`, admitting);
const works = async (type: string, until: string | null): Promise<Answer> => {
  const { version } = (await administrator.get(`/members/${outside.is.memberId}`)).body;
  return administrator.put(`/members/${outside.is.memberId}/worker`, { version, type, until });
};
const reads = async (): Promise<number> => (await outside.get('/audit-entries')).status;
const holds = async (): Promise<readonly string[]> => (await owner.get(`/members/${outside.is.memberId}`)).body.roles;

describe('the end of somebody from outside who checks', () => {
  it.each<[string, string, string | null]>([
    ['has no last day any more', 'contractor', null],
    ['stays for longer', 'contractor', '2026-12-31'],
    ['is an employee by now', 'employee', null],
  ])('comes as the owner said, though by a user administrator they are somebody who %s', async (_, type, until) => {
    await admits({ until: '2026-03-05' });
    expect((await works(type, until)).status).toBe(200);
    expect([await reads(), await holds()]).toEqual([200, ['auditor']]);
    house.time.set('2026-03-06T08:00:00Z');
    expect([await timePasses(house), await holds(), await reads()]).toEqual([1, [], 404]);
  });

  it('does not come where an owner let them in for longer just when it came', async () => {
    await admits({ until: '2026-03-05' });
    await admits({ until: '2026-03-20' });
    // what is being performed at that moment cannot be taken back: it looks for itself
    const dueAt = Temporal.Instant.from('2026-03-06T08:00:00Z');
    await house.database.global((tx) => planWork(tx, { organizationId, kind: 'members.auditor-end', subjectId: outside.is.memberId, dueAt }));
    house.time.set('2026-03-06T08:00:00Z');
    expect([await timePasses(house), await reads()]).toEqual([1, 200]);
    house.time.set('2026-03-21T07:00:00Z');
    expect([await timePasses(house), await holds()]).toEqual([1, []]);
  });

  it('is not planned any more for whoever an owner made an auditor of their own', async () => {
    await admits({ days: 2 });
    await works('employee', null);
    await owner.delete(`/members/${outside.is.memberId}/roles/auditor`);
    await owner.put(`/members/${outside.is.memberId}/roles/auditor`, {});
    house.time.advance({ hours: 96 });
    expect([await timePasses(house), await holds()]).toEqual([0, ['auditor']]);
  });
});

describe('somebody from outside to whom a review left one place', () => {
  let panel: Panel;

  const reviewed = async (verdict: 'reduce' | 'revoke'): Promise<void> => {
    panel = await panelIn(house, organizationId);
    const site = await siteOf(panel);
    await admits({ days: 20 });
    const id = await started(house, panel, { covers: ['roles'], silence: 'keeps', dueAt: house.time.now().add({ hours: 72 }).toString() });
    const item = await placeOf(panel.owner, id, outside, 'auditor');
    expect((await says(panel.reviewer, id, [item], verdict, verdict === 'reduce' ? { less: { site } } : {})).body.done).toEqual([item]);
    house.time.advance({ hours: 72 });
    await timePasses(house);
    expect((await itemsOf(panel.owner, id)).find((one) => one.item === item)?.outcome?.outcome).toBe(verdict === 'reduce' ? 'reduced' : 'revoked');
  };

  it('checks there no longer than the owner said', async () => {
    await reviewed('reduce');
    expect(await rolesOf(house, outside)).toEqual(['auditor at one place']);
    house.time.set('2026-03-23T07:00:00Z');
    expect([await timePasses(house), await rolesOf(house, outside)]).toEqual([1, []]);
    expect((await mailsOf(house, outside)).at(-1)).toBe('members.further-role-taken');
  });

  it('is still one of those who check from outside, with their last day, gets no other role, and is ended by the owner', async () => {
    await reviewed('reduce');
    expect((await owner.get('/external-auditors')).body.items).toMatchObject([{ memberId: outside.is.memberId, until: '2026-03-22', over: false }]);
    expect(await owner.put(`/members/${outside.is.memberId}/roles/helpdesk`, {})).toMatchObject(GETS_NO_ROLE);
    expect((await owner.delete(`/members/${outside.is.memberId}/external-auditor`)).status).toBe(200);
    expect([await rolesOf(house, outside), (await owner.get('/external-auditors')).body.items]).toEqual([[], []]);
    expect((await owner.put(`/members/${outside.is.memberId}/roles/helpdesk`, {})).status).toBe(200);
  });

  it('does not stay by having a role taken that they do not hold any more', async () => {
    await reviewed('reduce');
    expect((await owner.delete(`/members/${outside.is.memberId}/roles/auditor`)).status).toBe(200);
    house.time.set('2026-03-23T07:00:00Z');
    expect([await timePasses(house), await rolesOf(house, outside)]).toEqual([1, []]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['by the review itself', () => reviewed('revoke')],
    [
      'by an owner',
      async () => {
        await reviewed('reduce');
        const [held] = await house.rows<{ id: string }>(organizationId, 'select id from role_assignments where organization_id = $1', [organizationId]);
        await owner.delete(`/members/${outside.is.memberId}/role-assignments/${held?.id}`);
      },
    ],
  ])('is as free as anybody once all of it was taken, %s', async (_, taken) => {
    await taken();
    expect(await rolesOf(house, outside)).toEqual([]);
    expect((await owner.put(`/members/${outside.is.memberId}/roles/helpdesk`, {})).status).toBe(200);
    house.time.set('2026-03-23T07:00:00Z');
    expect([await timePasses(house), await rolesOf(house, outside)]).toEqual([0, ['helpdesk']]);
  });
});

describe('somebody from outside who checks', () => {
  it('holds nothing else: no role of the organization’s own, and none for a part of it', async () => {
    const { body: group } = await owner.post('/groups', { name: 'Night' });
    const { body: role } = await owner.post('/roles', { name: 'Night watch', abilities: ['member.list'] });
    for (const input of [
      { role: role.id, scope: ALL },
      { role: 'helpdesk', scope: { kind: 'group', id: group.id } },
      { role: 'auditor', scope: { kind: 'group', id: group.id } },
    ]) {
      const somebody = await house.person(organizationId);
      expect((await owner.post(`/members/${somebody.is.memberId}/role-assignments`, input)).status).toBeLessThan(300);
      expect(await admits({ days: 2 }, somebody)).toMatchObject(HOLDS_ROLES);
    }
  });

  it('gets nothing else while they check, whatever they work as by then', async () => {
    const { body: role } = await owner.post('/roles', { name: 'Night watch', abilities: ['member.list'] });
    await admits({ days: 2 });
    const gives = (input: object) => owner.post(`/members/${outside.is.memberId}/role-assignments`, input);
    for (const input of [
      { role: role.id, scope: ALL },
      { role: 'helpdesk', scope: ALL },
    ])
      expect(await gives(input)).toMatchObject(GETS_NO_ROLE);
    await works('employee', null);
    expect(await owner.put(`/members/${outside.is.memberId}/roles/helpdesk`, {})).toMatchObject(GETS_NO_ROLE);
    expect((await owner.delete(`/members/${outside.is.memberId}/external-auditor`)).status).toBe(200);
    expect((await owner.put(`/members/${outside.is.memberId}/roles/helpdesk`, {})).status).toBe(200);
  });

  it('is let in for days that are counted where the organization is: thirty are thirty in the evening too', async () => {
    house.time.set('2026-03-03T05:00:00Z');
    expect((await admits({ days: 30 })).status).toBe(200);
    expect((await owner.get('/external-auditors')).body.items).toMatchObject([{ memberId: outside.is.memberId, until: '2026-04-01' }]);
    expect(await admits({ until: '2026-04-02' })).toMatchObject({ status: 422, body: { code: 'external_auditor.too_long' } });
    expect([(await admits({})).status, (await admits({ days: 31 })).status, (await admits({ days: 1, until: '2026-03-04' })).status]).toEqual([422, 422, 422]);
  });

  it('is nobody’s affair elsewhere', async () => {
    const stranger = (await house.person(await house.organization(), 'owner')).at(organizationId);
    expect(await stranger.put(`/members/${outside.is.memberId}/external-auditor`, { days: 2 })).toMatchObject(NOT_FOUND);
  });
});
