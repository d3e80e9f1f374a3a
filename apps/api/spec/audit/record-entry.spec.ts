import { createHash } from 'node:crypto';
import { type Actor, systemActor } from '@smartpar/access/model';
import { recordEntries, recordEntry, recordPlatformEntry } from '@smartpar/audit/api';
import { type AuditActor, type AuditEntry, canonicalBytes } from '@smartpar/audit/model';
import { newId, Temporal } from '@smartpar/kernel';
import { BareDatabase, someMember } from '../http/bare-database';

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly xact_id: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly actor_roles: readonly string[];
  readonly action: string;
  readonly facts: object;
  readonly leaf: Buffer;
}

const entry: AuditEntry = { action: 'site.opened', target: { noun: 'site', id: 's-1' }, facts: { rooms: 3, main: true, before: null } };

describe('the log', () => {
  let bare: BareDatabase;
  let organizationId: string;

  beforeAll(async () => void (bare = await BareDatabase.start()));
  afterAll(() => bare.stop());
  beforeEach(() => void (organizationId = newId()));

  const rows = (of = organizationId) => bare.rows<Row>(of, `select * from audit_entries where organization_id = '${of}' order by id`);
  const record = (actor: Actor, ...entries: AuditEntry[]) =>
    bare.database.tenant(actor, (tx) => (entries.length === 1 ? recordEntry(tx, entries[0] ?? entry) : recordEntries(tx, entries)));

  it('says who did what, when, and in which transaction', async () => {
    const actor = someMember(organizationId, ['privacy-officer', 'auditor']);
    await record(actor, entry);
    expect(await rows()).toEqual([
      expect.objectContaining({
        actor_kind: 'member',
        actor_id: actor.memberId,
        actor_roles: ['auditor', 'privacy-officer'],
        action: 'site.opened',
        facts: entry.facts,
        at: new Date('2026-03-02T09:00:00Z'),
        xact_id: expect.stringMatching(/^\d+$/),
      }),
    ]);
  });

  it.each<[string, (organizationId: string) => Actor, string, string]>([
    ['the holder of a link', (id) => ({ kind: 'person', organizationId: id, requestId: 'r-1' }), 'person', 'r-1'],
    ['a process', (id) => systemActor(id, 'reminders'), 'system', 'reminders'],
  ])('names %s', async (_, actor, kind, id) => {
    await record(actor(organizationId), entry);
    expect(await rows()).toEqual([expect.objectContaining({ actor_kind: kind, actor_id: id, actor_roles: [] })]);
  });

  it('names the process instead of the member where an entry asks for it, and nothing of the member', async () => {
    const actor = someMember(organizationId, ['auditor']);
    await record(actor, { ...entry, process: 'complaints' });
    const kept = await rows();
    expect(kept).toEqual([expect.objectContaining({ actor_kind: 'system', actor_id: 'complaints', actor_roles: [], facts: entry.facts })]);
    expect(JSON.stringify(kept)).not.toContain(actor.memberId);
  });

  const leafOf = ({ id, at }: Row, said: AuditEntry, actor: AuditActor): Buffer => {
    const again = canonicalBytes({ ...said, id, organizationId, at: Temporal.Instant.from(at.toISOString()), actor });
    return createHash('sha256').update('\0').update(again).digest();
  };

  it('keeps the hash of the canonical bytes of what it says', async () => {
    const actor = someMember(organizationId);
    await record(actor, entry);
    const [row] = await rows();
    expect(row?.leaf).toEqual(row && leafOf(row, entry, { kind: 'member', id: actor.memberId, roles: actor.roles }));
  });

  it('keeps all entries of a change under the one transaction, in their order, each with its own hash and in its own name', async () => {
    const actor = someMember(organizationId, ['auditor']);
    const told: AuditEntry[] = [entry, { ...entry, process: 'complaints' }, { ...entry, action: 'site.closed', facts: { words: 'a "b", {c}', none: null } }];
    await record(actor, ...told);
    const kept = (await rows()).toSorted((one, other) => one.id.localeCompare(other.id));
    const member: AuditActor = { kind: 'member', id: actor.memberId, roles: ['auditor'] };
    const names: AuditActor[] = [member, { kind: 'system', id: 'complaints', roles: [] }, member];
    expect(kept.map(({ action, actor_id, facts }) => [action, actor_id, facts])).toEqual(told.map(({ action, facts }, n) => [action, names[n]?.id, facts]));
    expect(kept.map(({ leaf }) => leaf)).toEqual(kept.map((row, n) => leafOf(row, told[n] ?? entry, names[n] ?? member)));
    expect(new Set(kept.map(({ xact_id }) => xact_id)).size).toBe(1);
  });

  it('keeps nothing of a change that tells of nothing', async () => {
    await bare.database.tenant(systemActor(organizationId, 'x'), (tx) => recordEntries(tx, []));
    expect(await rows()).toEqual([]);
  });

  it('keeps nothing of a change that failed', async () => {
    const failing = bare.database.tenant(systemActor(organizationId, 'x'), async (tx) => {
      await recordEntry(tx, entry);
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await rows()).toEqual([]);
  });

  it.each([
    ['changed', "update audit_entries set action = 'nothing.happened'"],
    ['removed', 'delete from audit_entries'],
    ['emptied', 'truncate audit_entries'],
    ['locked', 'select * from audit_entries for update'],
  ])('cannot be %s by the server', async (_, statement) => {
    await record(systemActor(organizationId, 'x'), entry);
    await expect(bare.database.tenant(systemActor(organizationId, 'x'), (tx) => tx.query(statement))).rejects.toThrow(/permission denied/);
    expect(await rows()).toHaveLength(1);
  });

  it('takes no entry for another organization', async () => {
    const elsewhere = newId();
    const forged = bare.database.tenant(systemActor(organizationId, 'x'), (tx) =>
      recordEntry({ ...tx, query: tx.query.bind(tx), organizationId: elsewhere }, entry),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
    expect(await rows(elsewhere)).toEqual([]);
  });

  describe('of the platform', () => {
    const platformRows = async (action: string) => (await rows(bare.workforceId)).filter((row) => row.action === action);

    it('names an account by its id alone', async () => {
      const accountId = newId();
      await bare.database.account(accountId, (tx) => recordPlatformEntry(tx, { ...entry, action: 'password.changed' }));
      expect(await platformRows('password.changed')).toEqual([expect.objectContaining({ actor_kind: 'account', actor_id: accountId, actor_roles: [] })]);
    });

    it('names nobody where nobody is known', async () => {
      await bare.database.global((tx) => recordPlatformEntry(tx, { ...entry, action: 'sign-in.refused' }));
      expect(await platformRows('sign-in.refused')).toEqual([expect.objectContaining({ actor_kind: 'nobody', actor_id: null })]);
    });

    it('names the process that did it', async () => {
      await bare.database.global((tx) => recordPlatformEntry(tx, { ...entry, action: 'mail.given-up' }, { kind: 'system', process: 'mail' }));
      expect(await platformRows('mail.given-up')).toEqual([expect.objectContaining({ actor_kind: 'system', actor_id: 'mail' })]);
    });
  });
});
