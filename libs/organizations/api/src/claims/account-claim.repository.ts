import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import { type ClaimedEvent, claimedAfter, type ClaimedState, type ClaimState, statesBefore, type StopReason } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A claim as it is kept. */
export interface ClaimRow {
  readonly id: string;
  readonly domain: string;
  readonly state: ClaimState;
  readonly stoppedBecause: StopReason | null;
  readonly startedAt: Date;
  readonly takesForceAt: Date;
  /** the last account that was told, while some are still to be */
  readonly toldUntil: string | null;
  readonly toldAt: Date | null;
  readonly endedAt: Date | null;
}

/** What happens to one account in a claim. */
export interface ClaimedChange {
  readonly claimId: string;
  readonly accountId: string;
  readonly event: ClaimedEvent;
  /** the member it became */
  readonly memberId?: string;
  /** from when on it may join, where that is later than before */
  readonly notBefore?: Temporal.Instant;
}

const COLUMNS = `id, domain, state, stopped_because as "stoppedBecause", started_at as "startedAt", takes_force_at as "takesForceAt",
  told_until as "toldUntil", told_at as "toldAt", ended_at as "endedAt"`;

/** Claims of accounts, and what became of each account in them. */
@Injectable()
export class AccountClaimRepository {
  async find(tx: TenantTransaction, id: string): Promise<ClaimRow | null> {
    const [row] = await tx.query<ClaimRow>(`select ${COLUMNS} from account_claims where organization_id = $1 and id = $2`, [tx.organizationId, id]);
    return row ?? null;
  }

  /** One, with nobody else changing it until the transaction ends. */
  async lock(tx: TenantTransaction, id: string): Promise<ClaimRow | null> {
    const [row] = await tx.query<ClaimRow>(`select ${COLUMNS} from account_claims where organization_id = $1 and id = $2 for no key update`, [
      tx.organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** The latest by a domain. */
  async latest(tx: TenantTransaction, domain: string): Promise<ClaimRow | null> {
    const [row] = await tx.query<ClaimRow>(
      `select ${COLUMNS} from account_claims where organization_id = $1 and domain = $2 order by started_at desc limit 1`,
      [tx.organizationId, domain],
    );
    return row ?? null;
  }

  /** Those by a domain in which something may still happen to somebody, with nobody else changing them until the transaction ends. */
  lockOpen(tx: TenantTransaction, domain: string): Promise<ClaimRow[]> {
    return tx.query<ClaimRow>(
      `select ${COLUMNS} from account_claims c where c.organization_id = $1 and c.domain = $2 and (c.state = 'running' or c.state = 'in-force' and exists (
         select from claimed_accounts a where a.organization_id = $1 and a.claim_id = c.id and a.state = any($3::text[]))) order by c.id for no key update`,
      [tx.organizationId, domain, statesBefore('stop')],
    );
  }

  /** Those of some accounts that stay out of what is claimed by a domain: an objection of theirs was accepted once, or nobody has answered it yet. */
  async leftAlone(tx: TenantTransaction, domain: string, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ accountId: string }>(
      `select a.account_id as "accountId" from claimed_accounts a join account_claims c on c.organization_id = a.organization_id and c.id = a.claim_id
       where a.organization_id = $1 and a.account_id = any($3::uuid[]) and c.domain = $2
         and (a.state = 'kept-out' or a.state = 'objected' and c.state <> 'stopped')`,
      [tx.organizationId, domain, accountIds],
    );
    return new Set(rows.map(({ accountId }) => accountId));
  }

  /** How many accounts are in which state. */
  async counts(tx: TenantTransaction, claimId: string): Promise<ReadonlyMap<ClaimedState, number>> {
    const rows = await tx.query<{ state: ClaimedState; count: number }>(
      'select state, count(*) as count from claimed_accounts where organization_id = $1 and claim_id = $2 group by state',
      [tx.organizationId, claimId],
    );
    return new Map(rows.map(({ state, count }) => [state, count]));
  }

  async start(tx: TenantTransaction, claim: { id: string; domain: string; takesForceAt: Temporal.Instant }, entry: AuditEntry): Promise<void> {
    const starter = tx.actor.kind === 'member' ? tx.actor.memberId : null;
    await tx.query(
      `insert into account_claims (organization_id, id, domain, state, started_at, started_by_member_id, takes_force_at) values ($1, $2, $3, 'running', $4, $5, $6)`,
      [tx.organizationId, claim.id, claim.domain, tx.at, starter, claim.takesForceAt],
    );
    await recordEntry(tx, entry);
  }

  /** Some accounts were told. @param until the last of them */
  async tell(
    tx: TenantTransaction,
    claimId: string,
    told: { accountIds: readonly string[]; until: string; notBefore: Temporal.Instant },
    entry: AuditEntry,
  ): Promise<void> {
    await tx.query(
      `insert into claimed_accounts (organization_id, claim_id, account_id, state, not_before, changed_at) select $1, $2, a, 'told', $4, $5 from unnest($3::uuid[]) a`,
      [tx.organizationId, claimId, told.accountIds, told.notBefore, tx.at],
    );
    await tx.query('update account_claims set told_until = $3 where organization_id = $1 and id = $2', [tx.organizationId, claimId, told.until]);
    await recordEntry(tx, entry);
  }

  /** Everybody was told. */
  async toldAll(tx: TenantTransaction, claimId: string, takesForceAt: Temporal.Instant, entry: AuditEntry): Promise<void> {
    await tx.query('update account_claims set told_at = $3, takes_force_at = greatest(takes_force_at, $4) where organization_id = $1 and id = $2', [
      tx.organizationId,
      claimId,
      tx.at,
      takesForceAt,
    ]);
    await recordEntry(tx, entry);
  }

  /** It has taken force. */
  async inForce(tx: TenantTransaction, claimId: string, entry: AuditEntry): Promise<void> {
    await tx.query(`update account_claims set state = 'in-force', ended_at = $3 where organization_id = $1 and id = $2`, [tx.organizationId, claimId, tx.at]);
    await recordEntry(tx, entry);
  }

  /** It stops, and changes nothing for anybody it has not changed anything for. */
  async stop(tx: TenantTransaction, claimId: string, reason: StopReason, entry: AuditEntry): Promise<void> {
    await tx.query(`update account_claims set state = 'stopped', stopped_because = $3, ended_at = $4 where organization_id = $1 and id = $2`, [
      tx.organizationId,
      claimId,
      reason,
      tx.at,
    ]);
    await recordEntry(tx, entry);
  }

  /**
   * Something happens to one account.
   * @returns its state now, or `null` where it cannot happen any more; then nothing is kept
   */
  async change(tx: TenantTransaction, { claimId, accountId, event, memberId, notBefore }: ClaimedChange, entry: AuditEntry): Promise<ClaimedState | null> {
    const [before] = await tx.query<{ state: ClaimedState }>(
      'select state from claimed_accounts where organization_id = $1 and claim_id = $2 and account_id = $3 for update',
      [tx.organizationId, claimId, accountId],
    );
    const next = before === undefined ? null : claimedAfter(before.state, event);
    if (next === null) return null;
    await tx.query(
      `update claimed_accounts set state = $4, member_id = $5, not_before = greatest(not_before, $6), changed_at = $7
       where organization_id = $1 and claim_id = $2 and account_id = $3`,
      [tx.organizationId, claimId, accountId, next, memberId ?? null, notBefore ?? null, tx.at],
    );
    await recordEntry(tx, entry);
    return next;
  }

  /** Some accounts to which something can happen, with nobody else changing them meanwhile. */
  async some(tx: TenantTransaction, claimId: string, event: ClaimedEvent, most: number): Promise<readonly string[]> {
    const rows = await tx.query<{ accountId: string }>(
      `select account_id as "accountId" from claimed_accounts
       where organization_id = $1 and claim_id = $2 and state = any($3::text[]) and ($4::boolean or not_before <= $5) order by account_id limit $6 for update`,
      [tx.organizationId, claimId, statesBefore(event), event !== 'take-force', tx.at, most],
    );
    return rows.map(({ accountId }) => accountId);
  }

  /** The claims in which an account may still move away from a domain. */
  async openOf(tx: TenantTransaction, accountId: string): Promise<readonly ClaimRow[]> {
    return tx.query<ClaimRow>(
      `select ${COLUMNS} from account_claims where organization_id = $1 and id in (
         select a.claim_id from claimed_accounts a where a.organization_id = $1 and a.account_id = $2 and a.state = any($3::text[]))`,
      [tx.organizationId, accountId, statesBefore('move')],
    );
  }
}
