import type { Actor } from '@smartpar/access/model';
import type { AuditActor, AuditEntry, RecordedEntry } from '@smartpar/audit/model';
import type { AccountTransaction, TenantTransaction, Transaction } from '@smartpar/platform/database';
import { entryId } from './entry-id';
import { leafOf } from './leaf';

/**
 * Writes what happened into the organization's log, in the transaction that makes it happen. Called by writing methods
 * of repositories, which store the change and its entry together.
 */
export const recordEntry = (tx: TenantTransaction, entry: AuditEntry): Promise<void> => insert(tx, recordedIn(tx, entry));

const recordedIn = (tx: TenantTransaction, entry: AuditEntry): RecordedEntry => ({
  ...entry,
  id: entryId(tx.at),
  organizationId: tx.organizationId,
  at: tx.at,
  actor: actorOf(tx, entry),
});

const actorOf = ({ actor }: TenantTransaction, { process }: AuditEntry): AuditActor =>
  process === undefined ? auditActor(actor) : { kind: 'system', id: process, roles: [] };

/** Writes several entries of one change, all of them or none: those in the same name in one statement. */
export async function recordEntries(tx: TenantTransaction, entries: readonly AuditEntry[]): Promise<void> {
  const inName = Map.groupBy(
    entries.map((entry) => recordedIn(tx, entry)),
    ({ actor }) => `${actor.kind} ${actor.id}`,
  );
  await Promise.all([...inName.values()].map((some) => insertMany(tx, some)));
}

/** Who, where no tenant is concerned: the system in a named process, or nobody known. */
export type PlatformActor = { readonly kind: 'system'; readonly process: string } | { readonly kind: 'nobody' };

const NOBODY: PlatformActor = { kind: 'nobody' };

/**
 * Writes what belongs to no tenant (sign-ins, account events, public pages) into the platform's log, which SmartPAR's
 * workforce organization keeps.
 * @param tx of an account, which is then the actor, or of nobody's
 * @param actor whose doing it is in a transaction without an account
 */
export async function recordPlatformEntry(tx: AccountTransaction | Transaction, entry: AuditEntry, actor: PlatformActor = NOBODY): Promise<void> {
  const [setting] = await tx.query<{ organizationId: string }>(`select current_setting('app.organization_id') as "organizationId"`);
  if (setting === undefined) throw new Error('A transaction of the platform names the organization that keeps its log.');
  const who: AuditActor = 'accountId' in tx ? { kind: 'account', id: tx.accountId, roles: [] } : platformActor(actor);
  await insert(tx, { ...entry, id: entryId(tx.at), organizationId: setting.organizationId, at: tx.at, actor: who });
}

const INSERT = `
  insert into audit_entries (organization_id, id, at, actor_kind, actor_id, actor_roles, action, target_noun, target_id, facts, leaf)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

async function insert(tx: Transaction, entry: RecordedEntry): Promise<void> {
  const { organizationId, id, at, actor, action, target, facts } = entry;
  const [who, what] = [
    [actor.kind, actor.id, actor.roles],
    [action, target.noun, target.id, JSON.stringify(facts)],
  ];
  await tx.query(INSERT, [organizationId, id, at, ...who, ...what, leafOf(entry)]);
}

const INSERT_MANY = `
  insert into audit_entries (organization_id, id, at, actor_kind, actor_id, actor_roles, action, target_noun, target_id, facts, leaf)
  select $1, v.id, $2, $3, $4, $5, v.action, v.noun, v.target, v.facts, v.leaf
  from unnest($6::uuid[], $7::text[], $8::text[], $9::text[], $10::jsonb[], $11::bytea[]) as v (id, action, noun, target, facts, leaf)`;

/** @param entries in one name */
async function insertMany(tx: TenantTransaction, entries: readonly RecordedEntry[]): Promise<void> {
  const [first] = entries;
  if (first === undefined) return;
  const { actor } = first;
  await tx.query(INSERT_MANY, [
    ...[tx.organizationId, tx.at, actor.kind, actor.id, actor.roles],
    ...[entries.map(({ id }) => id), entries.map(({ action }) => action)],
    ...[entries.map(({ target }) => target.noun), entries.map(({ target }) => target.id)],
    ...[entries.map(({ facts }) => JSON.stringify(facts)), entries.map(leafOf)],
  ]);
}

function auditActor(actor: Actor): AuditActor {
  switch (actor.kind) {
    case 'member':
      return { kind: 'member', id: actor.memberId, roles: [...actor.roles].sort() };
    case 'person':
      return { kind: 'person', id: actor.requestId, roles: [] };
    case 'system':
      return { kind: 'system', id: actor.process, roles: [] };
    case 'staff':
      return { kind: 'account', id: actor.accountId, roles: [actor.role] };
  }
}

const platformActor = (actor: PlatformActor): AuditActor =>
  actor.kind === 'system' ? { kind: 'system', id: actor.process, roles: [] } : { kind: 'nobody', id: null, roles: [] };
