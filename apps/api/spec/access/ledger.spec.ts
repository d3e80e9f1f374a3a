import { CountedReads, RecordInfrastructureAccess } from '@smartpar/access/api';
import { PROFILE_CATEGORIES, systemActor } from '@smartpar/access/model';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { EMAIL, looksAt, NAME, PHONE, startHouse } from './need-to-know-house';

let house: House;
let helpdesk: Person;
let member: Person;
let organizationId: string;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  organizationId = await house.organization();
  [helpdesk, member] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId)];
});

const summaryOf = async (who: Person) => (await who.get('/my/ledger/summary')).body;

describe('who looked at my data', () => {
  it('is nobody at first', async () => {
    expect((await member.get('/my/ledger')).body).toEqual({ items: [], next: null });
  });

  it('says which role, when, what, for which purpose and why, and no name or number', async () => {
    await looksAt(helpdesk, member.is.memberId, { categories: [PHONE, EMAIL] });
    house.time.advance({ hours: 1 });
    await looksAt(helpdesk, member.is.memberId, { reason: { words: 'Called back about a laptop.' }, purpose: 'sign-in-help' });
    const { items } = (await member.get('/my/ledger')).body;
    const by = { roles: ['helpdesk'], self: false };
    expect(items).toEqual([
      {
        ...{ id: expect.any(String), at: '2026-03-02T10:00:00.000Z', by, categories: [PHONE], purpose: 'sign-in-help' },
        reason: { words: 'Called back about a laptop.' },
        ...{ delays: [], challenge: null },
      },
      {
        ...{ id: expect.any(String), at: '2026-03-02T09:00:00.000Z', by, categories: [PHONE, EMAIL], purpose: 'support' },
        reason: { template: 'asked-for-help' },
        ...{ delays: [], challenge: null },
      },
    ]);
  });

  it('tells my own look from that of others', async () => {
    await looksAt(helpdesk, helpdesk.is.memberId);
    expect((await helpdesk.get('/my/ledger')).body.items).toMatchObject([{ by: { self: true } }]);
  });

  it('comes in pages, newest first, each line once', async () => {
    for (let count = 0; count < 7; count += 1) {
      if (count % 3 === 0) house.time.advance({ minutes: 1 });
      await looksAt(helpdesk, member.is.memberId);
    }
    const seen: { id: string; at: string }[] = [];
    for (let after = ''; ;) {
      const { body } = await member.get(`/my/ledger?size=2${after}`);
      seen.push(...body.items);
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(7);
    expect(seen.map(({ at }) => at)).toEqual(
      seen
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });

  it('is read by nobody else: not by the one who looked, not by an owner, not by somebody of the same id elsewhere', async () => {
    await looksAt(helpdesk, member.is.memberId);
    const owner = await house.person(organizationId, 'owner');
    const stranger = await house.person(await house.organization(), 'owner');
    expect([(await helpdesk.get('/my/ledger')).body.items, (await owner.get('/my/ledger')).body.items]).toEqual([[], []]);
    expect((await stranger.at(organizationId).get('/my/ledger')).status).toBe(404);
  });

  it('refuses a page address of another list', async () => {
    expect(await member.get('/my/ledger?after=bm9uc2Vuc2U')).toMatchObject({ status: 422, body: { code: 'page.cursor_invalid' } });
  });
});

describe('who could look', () => {
  it('are the roles that may see something, with how many active members hold each', async () => {
    await house.person(organizationId, 'helpdesk');
    const gone = await house.person(organizationId, 'helpdesk');
    await house.rows(organizationId, `update members set status = 'suspended' where organization_id = $1 and id = $2`, [organizationId, gone.is.memberId]);
    const { viewers } = await summaryOf(member);
    expect(viewers.map(({ role, holders }: { role: string; holders: number }) => [role, holders])).toEqual([
      ['owner', 0],
      ['user-administrator', 0],
      ['privacy-officer', 0],
      ['helpdesk', 2],
    ]);
    expect(viewers[3].sees).toContainEqual({ category: NAME, mode: 'on-reveal', purposes: ['sign-in-help', 'support'] });
  });

  it('follow what the organization changes', async () => {
    const owner = await house.person(organizationId, 'owner');
    const hide = PROFILE_CATEGORIES.map((category) => ({ role: 'helpdesk', category, mode: 'hidden', purposes: [] }));
    await owner.put('/standing-grants', { version: 1, grants: [...hide, { role: 'auditor', category: NAME, mode: 'shown', purposes: ['wrongdoing'] }] });
    const { viewers } = await summaryOf(member);
    expect(viewers.map(({ role }: { role: string }) => role)).toEqual(['owner', 'user-administrator', 'privacy-officer', 'auditor']);
  });
});

describe('the last twelve months', () => {
  it('are twelve, the oldest first, with the looks of each', async () => {
    await looksAt(helpdesk, member.is.memberId);
    await looksAt(helpdesk, member.is.memberId);
    house.time.set('2026-03-31T23:59:59Z');
    await looksAt(helpdesk, member.is.memberId);
    house.time.set('2026-05-10T09:00:00Z');
    await looksAt(helpdesk, member.is.memberId);
    const { months } = await summaryOf(member);
    expect(months).toHaveLength(12);
    expect([months[0].month, months[11]]).toEqual(['2025-06', { month: '2026-05', looks: 1 }]);
    expect(months[9]).toEqual({ month: '2026-03', looks: 3 });
  });

  it('leave out what is older', async () => {
    await looksAt(helpdesk, member.is.memberId);
    house.time.set('2027-03-01T00:00:00Z');
    expect((await summaryOf(member)).months.every(({ looks }: { looks: number }) => looks === 0)).toBe(true);
    expect((await member.get('/my/ledger')).body.items).toHaveLength(1);
  });
});

describe('what machines read', () => {
  const count = (kind: 'look-up' | 'export' | 'import', of: readonly string[] | 'everyone') =>
    house.database.tenant(systemActor(organizationId, 'spec'), (tx) => house.get(CountedReads).count(tx, { kind, of }));

  it('is counted: of me alone and of lists that may hold me, by kind, with the latest day', async () => {
    await count('look-up', [member.is.memberId, member.is.memberId]);
    house.time.advance({ days: 1 });
    await count('look-up', [helpdesk.is.memberId, member.is.memberId]);
    await count('export', 'everyone');
    await count('import', []);
    expect((await summaryOf(member)).counted).toEqual([
      { kind: 'look-up', scope: 'me', count: 2, latestDay: '2026-03-03' },
      { kind: 'export', scope: 'everyone', count: 1, latestDay: '2026-03-03' },
    ]);
    expect((await summaryOf(helpdesk)).counted).toContainEqual({ kind: 'look-up', scope: 'me', count: 1, latestDay: '2026-03-03' });
  });

  it('is not lost when many count at once', async () => {
    const both = [member.is.memberId, helpdesk.is.memberId];
    await Promise.all(Array.from({ length: 12 }, (_, n) => count('look-up', n % 2 === 0 ? both : both.toReversed())));
    expect((await summaryOf(member)).counted).toMatchObject([{ count: 12 }]);
  });

  it('is no longer told after a year', async () => {
    await count('export', 'everyone');
    house.time.set('2027-03-03T00:00:00Z');
    expect((await summaryOf(member)).counted).toEqual([]);
  });
});

describe('access to the machines', () => {
  const access = { kind: 'restore', from: '2026-03-01T22:00:00Z', until: '2026-03-01T23:30:00Z', words: 'The backup was tried on a second machine.' } as const;

  it('is told to every member, apart from looks, in the words of whoever had it', async () => {
    const id = await house.get(RecordInfrastructureAccess).run(organizationId, access);
    const told = [{ ...access, id, from: '2026-03-01T22:00:00.000Z', until: '2026-03-01T23:30:00.000Z', recordedAt: '2026-03-02T09:00:00.000Z' }];
    expect((await summaryOf(member)).infrastructure).toEqual(told);
    expect((await summaryOf(helpdesk)).infrastructure).toEqual(told);
    expect((await member.get('/my/ledger')).body.items).toEqual([]);
  });

  it('is told in no other organization', async () => {
    await house.get(RecordInfrastructureAccess).run(organizationId, access);
    const elsewhere = await house.person(await house.organization());
    expect((await summaryOf(elsewhere)).infrastructure).toEqual([]);
  });

  it('is in the log without its words', async () => {
    await house.get(RecordInfrastructureAccess).run(organizationId, access);
    const entries = await house.rows<{ facts: object }>(
      organizationId,
      `select actor_id, facts from audit_entries where organization_id = $1 and action = 'infrastructure-access.recorded'`,
      [organizationId],
    );
    expect(entries).toEqual([
      { actor_id: 'operator', facts: { kind: 'restore', from: access.from, until: access.until, words: expect.stringMatching(/^[\w-]{43}$/) } },
    ]);
  });
});
