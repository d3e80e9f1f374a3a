import { GRANTED_ROLES, PROFILE_CATEGORIES, type StandingGrant } from '@smartpar/access/model';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { hasPhone, looksAt, NAME, PHONE, startHouse } from './need-to-know-house';

let house: House;
let owner: Person;
let helpdesk: Person;
let member: Person;
let organizationId: string;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  organizationId = await house.organization();
  [owner, helpdesk, member] = [await house.person(organizationId, 'owner'), await house.person(organizationId, 'helpdesk'), await house.person(organizationId)];
  await hasPhone(house, member, '+49 30 1234567');
});

const shown: StandingGrant = { role: 'helpdesk', category: PHONE, mode: 'shown', purposes: ['support'] };
const hidden: StandingGrant = { role: 'helpdesk', category: PHONE, mode: 'hidden', purposes: [] };
const change = (version: number, ...grants: StandingGrant[]) => owner.put('/standing-grants', { version, grants });
const lineOf = (body: { grants: StandingGrant[] }, role: string, category: string) =>
  body.grants.find((line) => line.role === role && line.category === category);

describe('the grants of an organization', () => {
  it('begin as shipped, one line for each role and category', async () => {
    const { status, body } = await owner.get('/standing-grants');
    expect({ status, version: body.version, lines: body.grants.length }).toEqual({
      status: 200,
      version: 1,
      lines: GRANTED_ROLES.length * PROFILE_CATEGORIES.length,
    });
    expect(lineOf(body, 'helpdesk', NAME)).toEqual({
      ...{ role: 'helpdesk', category: NAME, mode: 'on-reveal', purposes: ['sign-in-help', 'support'], changedAt: null },
      shipped: { mode: 'on-reveal', purposes: ['sign-in-help', 'support'] },
    });
  });

  it('keep what was changed beside what was shipped, and nothing else', async () => {
    const { body } = await change(1, shown);
    expect(body.version).toBe(2);
    expect(lineOf(body, 'helpdesk', PHONE)).toMatchObject({
      mode: 'shown',
      purposes: ['support'],
      shipped: { mode: 'on-reveal' },
      changedAt: '2026-03-02T09:00:00.000Z',
    });
    expect(body.grants.filter(({ changedAt }: { changedAt: string | null }) => changedAt !== null)).toHaveLength(1);
  });

  it('are as shipped again where a change does not name them', async () => {
    await change(1, shown, { ...hidden, category: NAME });
    const { body } = await change(2, shown);
    expect(lineOf(body, 'helpdesk', NAME)).toMatchObject({ mode: 'on-reveal', changedAt: null });
    expect(body.grants.filter(({ changedAt }: { changedAt: string | null }) => changedAt !== null)).toMatchObject([{ category: PHONE }]);
  });

  it('keep nothing of a change to what is shipped anyway', async () => {
    await change(1, { role: 'helpdesk', category: NAME, mode: 'on-reveal', purposes: ['support', 'sign-in-help'] });
    expect(await house.rows(organizationId, 'select 1 from standing_grants where organization_id = $1', [organizationId])).toEqual([]);
  });

  it('count at once, in both directions', async () => {
    const look = async () => (await looksAt(helpdesk, member.is.memberId)).status;
    const seen = [await look()];
    await change(1, hidden);
    seen.push(await look());
    await change(2);
    seen.push(await look());
    expect(seen).toEqual([201, 404, 201]);
  });

  it('are told to the console with the abilities', async () => {
    await change(1, hidden, { ...hidden, category: NAME }, { ...hidden, category: 'user.workplace' }, { ...hidden, category: 'user.location' });
    expect((await helpdesk.get('/abilities')).body.grants).toEqual([
      {
        id: 'helpdesk user.contact.email.work',
        category: 'user.contact.email.work',
        mode: 'on-reveal',
        purposes: ['sign-in-help', 'support'],
        scope: 'all',
        until: null,
      },
    ]);
  });
});

describe('a change of grants', () => {
  it('based on an older version is refused, and nothing of it is kept', async () => {
    await change(1, shown);
    expect(await change(1, hidden)).toMatchObject({ status: 409, body: { code: 'standing_grant.changed_meanwhile' } });
    expect(lineOf((await owner.get('/standing-grants')).body, 'helpdesk', PHONE)).toMatchObject({ mode: 'shown' });
  });

  it('based on a version there never was is refused', async () => {
    expect((await change(7, shown)).status).toBe(409);
  });

  it('by two owners at once is made by one of them', async () => {
    const both = await Promise.all([change(1, shown), change(1, hidden)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('sent twice is made once', async () => {
    const key = 'one-and-the-same-key-0001';
    const send = () => owner.put('/standing-grants', { version: 1, grants: [shown] }, key);
    expect([(await send()).body.version, (await send()).body.version]).toEqual([2, 2]);
    expect((await house.log(organizationId)).filter((action) => action.startsWith('standing-grant'))).toEqual(['standing-grant.changed']);
  });

  it('is in the log, one entry for each grant, with what it was and what it is', async () => {
    await change(1, shown, { ...hidden, category: NAME });
    await change(2, shown);
    const entries = await house.rows(
      organizationId,
      `select action, target_id, facts from audit_entries where organization_id = $1 and target_noun = 'standing-grant' order by id`,
      [organizationId],
    );
    expect(entries).toHaveLength(3);
    expect(entries[2]).toEqual({
      action: 'standing-grant.restored',
      target_id: 'helpdesk user.name',
      facts: { role: 'helpdesk', category: NAME, fromMode: 'hidden', fromPurposes: '', toMode: 'on-reveal', toPurposes: 'sign-in-help support' },
    });
  });

  it('is not found for anybody but an owner, and wants a recent proof of identity', async () => {
    const officer = await house.person(organizationId, 'privacy-officer');
    expect((await officer.put('/standing-grants', { version: 1, grants: [] })).status).toBe(404);
    expect((await owner.stale.put('/standing-grants', { version: 1, grants: [] })).body.code).toBe('reauthentication_required');
  });

  it('that is not one names what is wrong with it', async () => {
    const { status, body } = await change(1, { ...shown, purposes: [] });
    expect({ status, field: body.errors[0].field }).toEqual({ status: 422, field: 'grants.0.purposes' });
  });
});

describe('who reads the grants', () => {
  it.each([
    ['owner', 200],
    ['privacy-officer', 200],
    ['auditor', 200],
    ['user-administrator', 404],
    ['helpdesk', 404],
  ] as const)('%s: %i', async (role, status) => {
    expect((await (await house.person(organizationId, role)).get('/standing-grants')).status).toBe(status);
  });

  it('is nobody of another organization', async () => {
    const elsewhere = await house.organization();
    expect((await owner.at(elsewhere).get('/standing-grants')).status).toBe(404);
    await change(1, hidden);
    const stranger = await house.person(elsewhere, 'owner');
    expect((await stranger.get('/standing-grants')).body.version).toBe(1);
  });
});
