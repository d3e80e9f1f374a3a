import { Complaints, LedgerModule, type NewComplaint } from '@smartpar/access/api';
import { type EntryChallenge, PROFILE_CATEGORIES, systemActor } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { breaking, EMAIL, looksAt, NAME, PHONE } from './need-to-know-house';
import { startHouse } from './violations-house';

const NOT_FOUND = { status: 404, body: { code: 'not_found' } };

/** Complaints as they were handed over. */
const handedOver: NewComplaint[] = [];

class Heard extends Complaints {
  override open(_tx: unknown, complaint: NewComplaint): Promise<EntryChallenge> {
    handedOver.push(complaint);
    return Promise.resolve({ requestId: complaint.requestId, reference: 'P-0000-00', promisedOn: '2026-04-01' });
  }
}

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let helpdesk: Person;
let member: Person;

beforeAll(async () => {
  house = await startHouse({ modules: [LedgerModule], wires: [{ provide: Complaints, useClass: Heard }] });
});
afterAll(() => house.stop());

beforeEach(async () => {
  handedOver.length = 0;
  house.time.set('2026-03-02T09:00:00Z');
  organizationId = await house.organization();
  [owner, officer] = [await house.person(organizationId, 'owner'), await house.person(organizationId, 'privacy-officer')];
  [helpdesk, member] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId)];
});

const look = async (glance: Parameters<typeof looksAt>[2] = {}, by = helpdesk): Promise<string> =>
  (await looksAt(by, member.is.memberId, glance)).body.revealId;
const ledger = async (query = '') => (await member.get(`/my/ledger${query}`)).body.items;
const idsIn = async (query = ''): Promise<string[]> => (await ledger(query)).map(({ id }: { id: string }) => id);

describe('my ledger', () => {
  it('is filtered by role, purpose, category and time', async () => {
    const first = await look({ categories: [NAME] });
    house.time.advance({ days: 1 });
    const second = await look({ categories: [PHONE, EMAIL], purpose: 'security', reason: { template: 'unusual-sign-in' } }, officer);
    expect(await idsIn()).toEqual([second, first]);
    expect(await idsIn('?role=helpdesk')).toEqual([first]);
    expect(await idsIn('?purpose=security')).toEqual([second]);
    expect(await idsIn(`?category=${EMAIL}`)).toEqual([second]);
    expect(await idsIn('?from=2026-03-03T00:00:00Z')).toEqual([second]);
    expect(await idsIn('?until=2026-03-03T00:00:00Z&role=helpdesk')).toEqual([first]);
    expect(await idsIn('?until=2026-03-03T00:00:00Z&role=owner')).toEqual([]);
  });

  it('refuses a filter there is none of', async () => {
    expect((await member.get('/my/ledger?role=king')).status).toBe(422);
  });

  it('is taken out as JSON Lines and as CSV, with the same filters, and no cell calculates', async () => {
    await look({ reason: { words: '=1+1 is what they asked for.' } });
    await look({ categories: [NAME] });
    const file = async (query: string): Promise<string> => {
      const answer = await house.app.inject({
        url: `/api/organizations/${organizationId}/my/ledger/export?${query}`,
        headers: { cookie: `__Host-session=${member.is.accountId}` },
      });
      return answer.body;
    };
    const lines = (await file('format=json')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).categories)).toEqual([[NAME], [PHONE]]);
    expect((await file(`format=csv&category=${PHONE}`)).split('\r\n')).toEqual([
      expect.stringMatching(/^\u{FEFF}id,at,roles,/u),
      expect.stringContaining("'=1+1 is what they asked for."),
      '',
    ]);
  });
});

describe('a complaint about a look', () => {
  const challenges = (who: Person, id: string, key?: string) => who.post(`/my/ledger/${id}/challenge`, { words: 'Nobody had asked them to.' }, key);

  it('goes out as a question tied to the look, about whoever looked, and stands beside the look', async () => {
    const id = await look();
    const { status, body } = await challenges(member, id);
    expect({ status, body }).toEqual({ status: 201, body: { requestId: expect.any(String), reference: 'P-0000-00', promisedOn: '2026-04-01' } });
    expect(handedOver).toMatchObject([
      { memberId: member.is.memberId, aboutMemberId: helpdesk.is.memberId, entry: { id }, words: 'Nobody had asked them to.' },
    ]);
    expect(await ledger()).toMatchObject([{ id, challenge: { requestId: body.requestId } }]);
  });

  it('is made once, and again under the same key says the same', async () => {
    const [id, key] = [await look(), 'one-and-the-same-key-0031'];
    const first = await challenges(member, id, key);
    expect(await challenges(member, id, key)).toEqual(first);
    expect(await challenges(member, id)).toMatchObject({ status: 409, body: { code: 'ledger.challenged' } });
  });

  it('is about one’s own data alone', async () => {
    const id = await look();
    expect(await challenges(owner, id)).toMatchObject(NOT_FOUND);
    expect(await challenges(member, newId())).toMatchObject(NOT_FOUND);
  });

  it('stands in the log without saying who complained, or about which look', async () => {
    const id = await look();
    await challenges(member, id);
    const [entry] = await house.rows(
      organizationId,
      `select facts, actor_kind, actor_id, actor_roles from audit_entries where organization_id = $1 and action = 'ledger.challenged'`,
      [organizationId],
    );
    expect(entry).toEqual({ facts: { entry: expect.stringMatching(/^[\w-]{43}$/) }, actor_kind: 'system', actor_id: 'complaints', actor_roles: [] });
    expect(JSON.stringify(entry)).not.toContain(id);
  });
});

describe('a look that is told later', () => {
  const asks = (who: Person, entryId: string, ground = 'evidence') =>
    who.post('/ledger-delays', { entryId, ground, words: 'They would remove what proves it.' });
  const decides = (who: Person, id: string, outcome = 'approve') =>
    who.post(`/ledger-delays/${id}/decision`, { outcome, words: 'I have read the case, and agree.' });

  it('is held back as soon as somebody asks, for ninety days once a second person agrees, and then both appear', async () => {
    const entry = await look();
    expect(await idsIn()).toEqual([entry]);
    const { status, body } = await asks(owner, entry);
    expect({ status, state: body.state, lapsesAt: body.lapsesAt }).toEqual({ status: 201, state: 'requested', lapsesAt: '2026-03-02T21:00:00.000Z' });
    expect(await idsIn()).toEqual([]);
    expect((await decides(officer, body.id)).body).toMatchObject({ state: 'approved', until: '2026-05-31T09:00:00.000Z' });
    house.time.set('2026-05-31T08:59:59Z');
    expect(await idsIn()).toEqual([]);
    expect((await member.get('/my/ledger/summary')).body.months.every(({ looks }: { looks: number }) => looks === 0)).toBe(true);
    house.time.set('2026-05-31T09:00:00Z');
    expect(await ledger()).toMatchObject([
      { id: entry, delays: [{ ground: 'evidence', from: '2026-03-02T09:00:00.000Z', until: '2026-05-31T09:00:00.000Z' }] },
    ]);
  });

  it('is told after half a day where nobody answers, together with the attempt', async () => {
    const entry = await look();
    const { id } = (await asks(owner, entry)).body;
    house.time.advance({ hours: 12 });
    expect(await ledger()).toMatchObject([{ id: entry, delays: [{ until: '2026-03-02T21:00:00.000Z' }] }]);
    expect(await decides(officer, id)).toMatchObject({ status: 409, body: { code: 'ledger-delay.settled' } });
    expect((await officer.get(`/ledger-delays/${id}`)).body.state).toBe('lapsed');
  });

  it('is told at once where the second person refuses', async () => {
    const entry = await look();
    await decides(officer, (await asks(owner, entry)).body.id, 'refuse');
    expect(await idsIn()).toEqual([entry]);
  });

  it.each([
    ['it was refused', async (id: string) => decides(officer, id, 'refuse')],
    ['nobody answered', async () => house.time.advance({ hours: 12 })],
  ] as const)('is not asked for again once %s, by whomever: nobody alone hides a look for ever', async (_, ends) => {
    const entry = await look();
    await ends((await asks(owner, entry)).body.id);
    for (const who of [owner, officer]) expect(await asks(who, entry)).toMatchObject({ status: 409, body: { code: 'ledger-delay.refused_before' } });
    expect(await idsIn()).toEqual([entry]);
  });

  it('is not renewed again once a renewal was refused', async () => {
    const entry = await look();
    await decides(officer, (await asks(owner, entry)).body.id);
    await decides(owner, (await asks(officer, entry)).body.id, 'refuse');
    expect(await asks(officer, entry)).toMatchObject({ status: 409, body: { code: 'ledger-delay.refused_before' } });
  });

  it('is not asked for by whoever looked', async () => {
    const entry = await look({ purpose: 'security', reason: { template: 'unusual-sign-in' } }, officer);
    expect(await asks(officer, entry)).toMatchObject({ status: 409, body: { code: 'ledger-delay.own_look' } });
    expect(await idsIn()).toEqual([entry]);
  });

  it('is held back longer where two people renew it with reasons', async () => {
    const entry = await look();
    await decides(officer, (await asks(owner, entry)).body.id);
    house.time.advance({ days: 80 });
    const renewal = (await asks(officer, entry, 'crime')).body;
    expect(renewal.renews).toBe(true);
    expect((await decides(owner, renewal.id)).body.until).toBe('2026-08-29T09:00:00.000Z');
    house.time.set('2026-08-29T09:00:00Z');
    expect((await ledger())[0].delays).toMatchObject([{ ground: 'evidence' }, { ground: 'crime' }]);
  });

  const others: readonly (readonly [string, (id: string) => Promise<unknown>, object])[] = [
    ['whoever asked', (id) => decides(owner, id), { status: 409, body: { code: 'ledger-delay.not_yours_to_decide' } }],
    ['the helpdesk', (id) => decides(helpdesk, id), NOT_FOUND],
    ['the one whose data it was', (id) => decides(member, id), NOT_FOUND],
    [
      'whoever became responsible afterwards',
      async (id) => {
        house.time.advance({ minutes: 1 });
        return decides(await house.person(organizationId, 'privacy-officer'), id);
      },
      { status: 409, body: { code: 'ledger-delay.not_yours_to_decide' } },
    ],
  ];

  it.each(others)('is not agreed to by %s', async (_, decide, expected) => {
    expect(await decide((await asks(owner, await look())).body.id)).toMatchObject(expected);
  });

  it('is not agreed to by whoever looked', async () => {
    const entry = await look({ purpose: 'security', reason: { template: 'unusual-sign-in' } }, officer);
    expect(await decides(officer, (await asks(owner, entry)).body.id)).toMatchObject({ status: 409, body: { code: 'ledger-delay.not_yours_to_decide' } });
  });

  it('is neither asked for nor read by an officer whose own data it was', async () => {
    const entry = (await looksAt(helpdesk, officer.is.memberId)).body.revealId;
    expect(await asks(officer, entry)).toMatchObject(NOT_FOUND);
    const { id } = (await asks(owner, entry)).body;
    expect([(await officer.get(`/ledger-delays/${id}`)).status, (await officer.get('/ledger-delays')).body.items]).toEqual([404, []]);
    expect((await officer.get('/my/ledger')).body.items).toEqual([]);
  });

  it('is asked for once at a time, and takes no complaint meanwhile', async () => {
    const entry = await look();
    const answers = await Promise.all([asks(owner, entry), asks(officer, entry)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await member.post(`/my/ledger/${entry}/challenge`, { words: 'Why?' })).toMatchObject(NOT_FOUND);
  });

  it('wants a fresh proof of who asks', async () => {
    expect(await asks(owner.stale, await look())).toMatchObject({ status: 403, body: { code: 'reauthentication_required' } });
  });
});

describe('what is done about a look', () => {
  it.each(['ledger_challenges', 'audit_entries', 'idempotency_keys'])('leaves no complaint where %s cannot be written', async (table) => {
    const id = await look();
    await breaking(house, table, async () => {
      expect((await member.post(`/my/ledger/${id}/challenge`, { words: 'Nobody had asked them to.' })).status).toBe(500);
    });
    expect(await ledger()).toMatchObject([{ id, challenge: null }]);
  });

  it.each(['ledger_delays', 'audit_entries', 'mail_outbox'])('holds nothing back where %s cannot be written', async (table) => {
    const entryId = await look();
    await breaking(house, table, async () => {
      expect((await owner.post('/ledger-delays', { entryId, ground: 'crime', words: 'They would remove what proves it.' })).status).toBe(500);
    });
    expect(await idsIn()).toEqual([entryId]);
  });
});

describe('names in the ledger', () => {
  const decides = (shown: boolean) =>
    owner.put('/ledger-names', { shown, decidedOn: '2026-03-01', words: 'Weighed with the works council on the first of March.' });
  const names = async (): Promise<(string | undefined)[]> => (await ledger()).map(({ by }: { by: { name?: string } }) => by.name);

  it('stand there for looks after the organization recorded why, and for none before', async () => {
    await look();
    house.time.advance({ hours: 1 });
    expect((await owner.get('/ledger-names')).body).toEqual({ shown: false, since: null, decision: null });
    expect((await decides(true)).body).toMatchObject({ shown: true, since: '2026-03-02T10:00:00.000Z', decision: { decidedOn: '2026-03-01' } });
    house.time.advance({ hours: 1 });
    await look();
    expect(await names()).toEqual([expect.stringMatching(/^Linden Ashgrove/), undefined]);
  });

  it('go again with another decision', async () => {
    await decides(true);
    house.time.advance({ hours: 1 });
    await look();
    house.time.advance({ hours: 1 });
    await decides(false);
    expect(await names()).toEqual([undefined]);
    house.time.advance({ hours: 1 });
    await decides(true);
    expect(await names()).toEqual([undefined]);
  });

  it('are decided by owners alone, with a reason', async () => {
    expect(await officer.put('/ledger-names', { shown: true, decidedOn: '2026-03-01', words: 'Weighed by one person alone.' })).toMatchObject(NOT_FOUND);
    expect((await owner.put('/ledger-names', { shown: true, decidedOn: '2026-03-01', words: 'Yes.' })).status).toBe(422);
  });
});

describe('who could have looked', () => {
  const reachAt = async (at: string) => (await member.get(`/my/ledger/reach?at=${encodeURIComponent(at)}`)).body;
  const holdersIn = ({ viewers }: { viewers: { role: string; holders: number }[] }) => Object.fromEntries(viewers.map(({ role, holders }) => [role, holders]));

  it('is told as the roles and grants were at that moment, beside how often somebody did', async () => {
    await look();
    house.time.set('2026-03-03T09:00:00Z');
    const second = await house.person(organizationId, 'helpdesk');
    await house.rows(organizationId, 'update member_roles set granted_at = $2 where organization_id = $1 and member_id = $3', [
      organizationId,
      '2026-03-03T09:00:00Z',
      second.is.memberId,
    ]);
    await owner.put('/standing-grants', {
      version: 1,
      grants: PROFILE_CATEGORIES.map((category) => ({ role: 'helpdesk', category, mode: 'hidden', purposes: [] })),
    });
    house.time.set('2026-03-04T09:00:00Z');
    const [then, now] = [await reachAt('2026-03-02T12:00:00Z'), await reachAt('2026-03-04T09:00:00Z')];
    expect(holdersIn(then)).toEqual({ owner: 1, 'user-administrator': 0, 'privacy-officer': 1, helpdesk: 1 });
    expect([then.looks, then.since]).toEqual([1, null]);
    expect(holdersIn(now)).toEqual({ owner: 1, 'user-administrator': 0, 'privacy-officer': 1 });
    expect(now.looks).toBe(0);
  });

  it('tells from when on anything is recorded', async () => {
    expect((await reachAt('2020-01-01T00:00:00Z')).since).toMatch(/^2026-03-02T/);
  });

  it('is told with access that was given for a time', async () => {
    await house.rows(
      organizationId,
      `insert into grants (organization_id, id, state, grantee_role, categories, mode, purposes, scope_kind, scope_ids, scope_members, starts_at, ends_at, reviewed,
         requested_at, requested_by, reason, reason_salt, lapses_at, decided_at, decided_by, revoked_at)
       values ($1, $2, 'revoked', 'auditor', '{user.name}', 'on-reveal', '{security}', 'members', array[$3]::uuid[], '{}', '2026-03-02T10:00:00Z', '2026-03-09T10:00:00Z', false,
         '2026-03-02T09:00:00Z', $4, 'x', 'x', '2026-03-02T21:00:00Z', '2026-03-02T09:30:00Z', $5, '2026-03-04T00:00:00Z')`,
      [organizationId, newId(), member.is.memberId, owner.is.memberId, officer.is.memberId],
    );
    expect((await reachAt('2026-03-02T09:59:00Z')).others).toEqual([]);
    expect((await reachAt('2026-03-03T00:00:00Z')).others).toMatchObject([
      { categories: ['user.name'], mode: 'on-reveal', purposes: ['security'], from: '2026-03-02T10:00:00.000Z', until: '2026-03-04T00:00:00.000Z' },
    ]);
    expect((await reachAt('2026-03-04T00:00:01Z')).others).toEqual([]);
  });

  it('counts whoever holds a role for a group of theirs, then and now, and nobody of another group', async () => {
    const [mine, other] = [newId(), newId()];
    for (const id of [mine, other]) {
      await house.rows(organizationId, `insert into member_groups (organization_id, id, name, name_folded, created_at) values ($1, $2, $3, $3, now())`, [
        organizationId,
        id,
        id,
      ]);
    }
    await house.rows(organizationId, 'insert into grouped_members (organization_id, group_id, member_id, added_at) values ($1, $2, $3, now())', [
      organizationId,
      mine,
      member.is.memberId,
    ]);
    const holds = async (groupId: string): Promise<Person> => {
      const person = await house.person(organizationId);
      await house.rows(
        organizationId,
        `insert into role_assignments (organization_id, id, member_id, built_in, group_id, assigned_at) values ($1, $2, $3, 'helpdesk', $4, $5)`,
        [organizationId, newId(), person.is.memberId, groupId, '2026-03-02T10:00:00Z'],
      );
      return person;
    };
    await holds(other);
    const keeper = await holds(mine);
    house.time.set('2026-03-03T09:00:00Z');
    expect(holdersIn((await member.get('/my/ledger/summary')).body)).toMatchObject({ helpdesk: 2 });
    expect(holdersIn(await reachAt('2026-03-02T09:30:00Z'))).toMatchObject({ helpdesk: 1 });
    expect(holdersIn(await reachAt('2026-03-02T10:00:00Z'))).toMatchObject({ helpdesk: 2 });
    await house.rows(organizationId, 'delete from role_assignments where organization_id = $1 and member_id = $2', [organizationId, keeper.is.memberId]);
    const entry = { action: 'member-role.unassigned', target: { noun: 'member', id: keeper.is.memberId } };
    await house.database.tenant(systemActor(organizationId, 'spec'), (tx) =>
      recordEntry(tx, { ...entry, facts: { role: 'helpdesk', scope: 'group', scopeId: mine } }),
    );
    expect(holdersIn(await reachAt('2026-03-02T10:00:00Z'))).toMatchObject({ helpdesk: 2 });
    expect(holdersIn(await reachAt('2026-03-03T09:00:00Z'))).toMatchObject({ helpdesk: 1 });
  });

  it('is told with emergencies that ran and with what SmartPAR’s staff were granted', async () => {
    await house.rows(
      organizationId,
      `insert into break_glasses (organization_id, id, member_id, by_roles, ground, categories, words, salt, began_at, until, review_by)
       values ($1, $2, $3, '{}', 'safety', '{user.name}', 'now', 'salt', '2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z', '2026-03-05T10:00:00Z')`,
      [organizationId, newId(), helpdesk.is.memberId],
    );
    const box = (ofMember: string) =>
      house.rows(
        organizationId,
        `insert into lockboxes (organization_id, id, staff_account_id, staff_role, staff_number, case_reference, justification, categories, minutes, reach, requested_at,
           lapses_at, state, preapproved, decided_at, granted_categories, granted_minutes, granted_reach, granted_member_id, until, ended_at)
         values ($1, $2, $2, 'support', 1, 'CASE-1', 'security-finding', '{user.name}', 60, 'all', '2026-03-02T10:00:00Z', '2026-03-02T22:00:00Z', 'revoked', false,
           '2026-03-02T10:30:00Z', '{user.contact.email.work}', 60, 'member', $3, '2026-03-02T11:30:00Z', '2026-03-02T11:15:00Z')`,
        [organizationId, newId(), ofMember],
      );
    await box(member.is.memberId);
    await box(helpdesk.is.memberId);
    const kindsAt = async (at: string): Promise<string[]> => (await reachAt(at)).others.map(({ kind }: { kind: string }) => kind);
    expect(await kindsAt('2026-03-02T10:29:00Z')).toEqual(['emergency']);
    expect((await reachAt('2026-03-02T10:45:00Z')).others).toEqual([
      { kind: 'emergency', categories: [NAME], mode: 'on-reveal', purposes: ['security'], from: '2026-03-02T10:00:00.000Z', until: '2026-03-02T11:00:00.000Z' },
      { kind: 'staff', categories: [EMAIL], mode: 'on-reveal', purposes: ['security'], from: '2026-03-02T10:30:00.000Z', until: '2026-03-02T11:15:00.000Z' },
    ]);
    expect(await kindsAt('2026-03-02T11:00:00Z')).toEqual(['staff']);
    expect(await kindsAt('2026-03-02T11:15:00Z')).toEqual([]);
  });
});
