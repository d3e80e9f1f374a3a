import { GRANT_CATEGORIES, isUnder, LONGEST_DEPUTY_DAYS } from '@smartpar/access/model';
import fc from 'fast-check';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { goOn, grantsHouse, inHours, timePasses } from './grants-house';
import { PHONE, signs, triesToLook } from './need-to-know-house';

const SECURITY = { purpose: 'security', reason: { template: 'unusual-sign-in' } } as const;

interface KeptGrant {
  readonly id: string;
  readonly state: string;
  readonly categories: readonly (typeof GRANT_CATEGORIES)[number][];
  readonly scope_ids: readonly string[];
  readonly grantee: string;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly lapses_at: Date;
  readonly starts_at: Date | null;
  readonly ends_at: Date;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly decided_for: string | null;
}

/** One thing somebody does; whom it is done to is a place in the list of people. */
type Step =
  | { readonly does: 'ask'; readonly who: number; readonly for: number; readonly hours: number; readonly of: number | null }
  | { readonly does: 'approve' | 'refuse' | 'revoke' | 'withdraw'; readonly who: number; readonly which: number }
  | { readonly does: 'suspend' | 'reactivate' | 'promote' | 'demote'; readonly whom: number }
  | { readonly does: 'depute'; readonly who: number; readonly whom: number }
  | { readonly does: 'look'; readonly who: number; readonly at: number }
  | { readonly does: 'wait'; readonly hours: number };

const person = fc.nat(3);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('ask'), who: person, for: person, hours: fc.integer({ min: 2, max: 30 }), of: fc.option(fc.nat(4)) }) },
  {
    weight: 9,
    arbitrary: fc.record({ does: fc.constantFrom('approve', 'approve', 'approve', 'refuse', 'revoke', 'withdraw'), who: person, which: fc.nat(1) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('suspend', 'reactivate', 'promote', 'demote'), whom: person }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('depute'), who: person, whom: person }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('look'), who: person, at: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wait'), hours: fc.integer({ min: 1, max: 9 }) }) },
);

let house: House;
let organizationId: string;
/** an owner who sees to roles and is never suspended, then the four who act, then a member, then one of another organization */
let boss: Person;
let people: Person[];
let looked: Person[];

beforeAll(async () => {
  house = await grantsHouse();
}, 60_000);
afterAll(() => house.stop());

async function begin(): Promise<void> {
  organizationId = await house.organization();
  boss = await house.person(organizationId, 'owner');
  people = [await house.person(organizationId, 'privacy-officer'), await house.person(organizationId, 'privacy-officer')];
  people.push(await house.person(organizationId, 'helpdesk'), await house.person(organizationId, 'user-administrator'));
  const [first] = people;
  if (first === undefined) throw new Error('Nobody was made.');
  looked = [...people.slice(0, 3), await house.person(organizationId), await house.person(await house.organization())];
  for (const one of people) await signs(one);
  goOn(house, 1);
}

const kept = (): Promise<KeptGrant[]> =>
  house.rows<KeptGrant>(organizationId, 'select *, grantee_member_id as grantee from grants where organization_id = $1 order by id', [organizationId]);

const idOf = (all: readonly Person[], index: number): string => all[index]?.is.memberId ?? '';

/** Does one step, as whoever it is. @returns the status of the answer */
async function perform(done: Step): Promise<number> {
  const who = 'who' in done ? people[done.who] : boss;
  if (who === undefined) throw new Error('Nobody is there.');
  const grants = await kept();
  const some = { reason: 'For the sake of the specification.' };
  switch (done.does) {
    case 'ask': {
      const scope = done.of === null ? { kind: 'all' } : { kind: 'members', ids: [idOf(looked, done.of)] };
      const wish = { categories: [PHONE], mode: 'on-reveal', purposes: ['security'], scope, until: inHours(house, done.hours), ...some };
      return (await who.post('/grants/requests', { ...wish, ...(done.for !== done.who && { forMemberId: idOf(people, done.for) }) })).status;
    }
    case 'approve':
      return (await who.post(`/grants/${grants.at(-1 - done.which)?.id}/approval`, {})).status;
    case 'refuse':
      return (await who.post(`/grants/${grants.at(-1 - done.which)?.id}/refusal`, some)).status;
    case 'revoke':
      return (await who.post(`/grants/${grants.at(-1 - done.which)?.id}/revocation`, some)).status;
    case 'withdraw':
      return (await who.post(`/grants/${grants.at(-1 - done.which)?.id}/withdrawal`, {})).status;
    case 'suspend':
      return (await boss.post(`/members/${idOf(people, done.whom)}/suspension`, {})).status;
    case 'reactivate':
      return (await boss.post(`/members/${idOf(people, done.whom)}/reactivation`, {})).status;
    case 'promote':
      return (await boss.put(`/members/${idOf(people, done.whom)}/roles/privacy-officer`, {})).status;
    case 'demote':
      return (await boss.delete(`/members/${idOf(people, done.whom)}/roles/privacy-officer`)).status;
    case 'depute':
      return (
        await who.post('/deputies', { memberId: idOf(people, done.whom), from: inHours(house, 0), until: inHours(house, 24 * (LONGEST_DEPUTY_DAYS - 1)) })
      ).status;
    case 'look':
      return (await triesToLook(who, idOf(looked, done.at), SECURITY)).status;
    case 'wait':
      goOn(house, done.hours);
      return timePasses(house);
  }
}

/** What is known of somebody's right at this moment, read off the tables as plainly as possible. */
async function mayLookNow(who: string, at: string): Promise<boolean> {
  const now = house.time.now().epochMilliseconds;
  const [acting] = await house.rows<{ active: boolean; officer: boolean; there: boolean }>(
    organizationId,
    `select m.status = 'active' as active, exists (select from member_roles r where r.member_id = m.id and r.role = 'privacy-officer') as officer,
            exists (select from members o where o.organization_id = $1 and o.id = $3) as there
     from members m where m.organization_id = $1 and m.id = $2`,
    [organizationId, who, at],
  );
  if (acting?.active !== true || !acting.there) return false;
  const [roles] = await house.rows<{ any: boolean }>(
    organizationId,
    'select exists (select from member_roles where organization_id = $1 and member_id = $2) as any',
    [organizationId, who],
  );
  if (roles?.any !== true) return false;
  // what the roles give for good: privacy officers and user administrators look for security anyway
  const standing = await house.rows(
    organizationId,
    `select from member_roles where member_id = $1 and role in ('privacy-officer', 'user-administrator', 'owner')`,
    [who],
  );
  if (standing.length > 0) return true;
  return (await kept()).some(
    ({ state, grantee, categories, scope_ids: ids, starts_at: from, ends_at: until }) =>
      state === 'approved' &&
      grantee === who &&
      categories.some((category) => isUnder(PHONE, category)) &&
      (ids.length === 0 || ids.includes(at)) &&
      (from === null || from.getTime() <= now) &&
      until.getTime() > now,
  );
}

it('no sequence of requests, decisions, deputies, waiting, suspensions and roles lets anybody approve their own, outlive an end, or look into another tenant', async () => {
  const happened = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 50 }), async (steps) => {
      await begin();
      const seen = new Map<string, KeptGrant>();
      for (const done of steps) {
        const expected = done.does === 'look' ? await mayLookNow(idOf(people, done.who), idOf(looked, done.at)) : undefined;
        const status = await perform(done);
        happened.set(`${done.does} ${status}`, (happened.get(`${done.does} ${status}`) ?? 0) + 1);
        if (expected !== undefined) expect({ done, status }).toEqual({ done, status: expected ? 201 : 404 });
        for (const grant of await kept()) {
          const before = seen.get(grant.id);
          seen.set(grant.id, grant);
          if (before !== undefined && ['refused', 'lapsed', 'withdrawn', 'revoked'].includes(before.state)) expect(grant.state).toBe(before.state);
          if (grant.decided_by === null || grant.decided_at === null) continue;
          expect([grant.requested_by, grant.grantee]).not.toContain(grant.decided_by);
          expect([grant.requested_by, grant.grantee]).not.toContain(grant.decided_for);
          expect(grant.decided_at.getTime()).toBeLessThan(grant.lapses_at.getTime());
          if (before?.decided_at === null) expect(await heldBefore(grant)).toBe(true);
        }
      }
    }),
    { numRuns: 30, seed: 20_261_126 },
  );
  // it got somewhere: things were asked for, approved, refused by the rules, and looked at
  expect([...happened.keys()]).toEqual(expect.arrayContaining(['ask 201', 'approve 200', 'approve 409', 'depute 201', 'look 201', 'look 404', 'revoke 200']));
}, 240_000);

/** Whether whoever decided, or stood in for, held a deciding role before it was asked for, at the moment of deciding. */
async function heldBefore({ decided_by: by, decided_for: inPlaceOf, requested_at: at }: KeptGrant): Promise<boolean> {
  const rows = await house.rows(
    organizationId,
    `select from member_roles r join members m on m.organization_id = r.organization_id and m.id = r.member_id
     where r.organization_id = $1 and r.member_id = $2 and r.role in ('owner', 'privacy-officer') and r.granted_at <= $3 and m.status = 'active'`,
    [organizationId, inPlaceOf ?? by, at],
  );
  return rows.length > 0;
}
