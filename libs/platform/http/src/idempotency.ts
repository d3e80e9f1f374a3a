import type { Actor } from '@smartpar/access/model';
import { invalid, type Temporal } from '@smartpar/kernel';
import type { AccountTransaction, TenantTransaction } from '@smartpar/platform/database';

/** One act of a client, which may reach us more than once. */
export interface Attempt {
  /** the Idempotency-Key header */
  readonly key: string;
  /** what is done: `privacy-request.answer` */
  readonly operation: string;
  /** made by `fingerprintOf` of the operation and everything it is done with */
  readonly fingerprint: string;
}

/** Ids, made beforehand, of what an act makes. */
export type Reference = Readonly<Record<string, string | number | boolean | null>>;

/** Whether an act is done for the first time, and what it made. */
export interface Once<R extends Reference> {
  /** it was done before: do nothing, and answer with the reference */
  readonly replayed: boolean;
  readonly reference: R;
}

/** How long a key is remembered. */
export const IDEMPOTENCY_HOURS = 48;

/**
 * Makes sure that an act is done once, however often it arrives. Call it first in the transaction that acts: a second
 * arrival at the same time waits here until the first has committed, or takes over when that one failed.
 * @param tx of a tenant or an account; the key counts per actor
 * @param reference ids of what is about to be made; no content, nothing personal
 * @throws {DomainError} 422 `idempotency.key_reused` when the key came with something else before
 */
export async function once<R extends Reference>(tx: TenantTransaction | AccountTransaction, attempt: Attempt, reference: R): Promise<Once<R>> {
  const keys = keysOf(tx);
  if (await keys.add(attempt, reference)) return { replayed: false, reference };
  const before = await keys.find(attempt.key);
  if (before?.operation !== attempt.operation || before.fingerprint !== attempt.fingerprint) throw keyReused();
  // as: the same operation with the same content stored a reference of this shape
  return { replayed: true, reference: before.reference as R };
}

/**
 * Forgets the keys of one tenant or one account that are too old to be sent again.
 * @returns how many
 */
export async function purgeIdempotencyKeys(tx: TenantTransaction | AccountTransaction): Promise<number> {
  return keysOf(tx).purge(tx.at.subtract({ hours: IDEMPOTENCY_HOURS }));
}

interface KeptKey {
  readonly operation: string;
  readonly fingerprint: string;
  readonly reference: Reference;
}

/** The keys of whoever acts. */
interface Keys {
  /** @returns whether the key was new */
  add(attempt: Attempt, reference: Reference): Promise<boolean>;
  find(key: string): Promise<KeptKey | undefined>;
  purge(before: Temporal.Instant): Promise<number>;
}

const keysOf = (tx: TenantTransaction | AccountTransaction): Keys => ('accountId' in tx ? accountKeys(tx) : tenantKeys(tx));

function tenantKeys(tx: TenantTransaction): Keys {
  const owner = [tx.organizationId, actorIdOf(tx.actor)];
  return {
    async add({ key, operation, fingerprint }, reference) {
      const added = await tx.query(
        `insert into idempotency_keys (organization_id, actor_id, key, operation, fingerprint, reference, at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning key`,
        [...owner, key, operation, fingerprint, JSON.stringify(reference), tx.at],
      );
      return added.length === 1;
    },
    async find(key) {
      const text = 'select operation, fingerprint, reference from idempotency_keys where organization_id = $1 and actor_id = $2 and key = $3';
      return (await tx.query<KeptKey>(text, [...owner, key]))[0];
    },
    purge: async (before) =>
      (await tx.query('delete from idempotency_keys where organization_id = $1 and at < $2 returning key', [tx.organizationId, before])).length,
  };
}

function accountKeys(tx: AccountTransaction): Keys {
  return {
    async add({ key, operation, fingerprint }, reference) {
      const added = await tx.query(
        `insert into account_idempotency_keys (account_id, key, operation, fingerprint, reference, at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning key`,
        [tx.accountId, key, operation, fingerprint, JSON.stringify(reference), tx.at],
      );
      return added.length === 1;
    },
    async find(key) {
      const text = 'select operation, fingerprint, reference from account_idempotency_keys where account_id = $1 and key = $2';
      return (await tx.query<KeptKey>(text, [tx.accountId, key]))[0];
    },
    purge: async (before) =>
      (await tx.query('delete from account_idempotency_keys where account_id = $1 and at < $2 returning key', [tx.accountId, before])).length,
  };
}

function actorIdOf(actor: Actor): string {
  switch (actor.kind) {
    case 'member':
      return actor.memberId;
    case 'person':
      return actor.requestId;
    case 'system':
      return actor.process;
    case 'staff':
      return actor.accountId;
  }
}

/** The key came with something else before. */
export const keyReused = () => invalid('idempotency.key_reused', 'This Idempotency-Key was sent before with something else. Send a new one with every new act.');
