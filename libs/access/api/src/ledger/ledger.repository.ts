import { Injectable } from '@nestjs/common';
import type { LedgerDelayGround } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A complaint about a look, about to be kept. */
export interface NewChallenge {
  readonly entryId: string;
  readonly requestId: string;
  /** of the look's hash in the log */
  readonly salt: string;
}

/** A delay about to be kept. */
export interface NewDelay {
  readonly id: string;
  readonly entryId: string;
  readonly ground: LedgerDelayGround;
  readonly words: string;
  readonly salt: string;
  readonly requestedById: string;
  readonly lapsesAt: Temporal.Instant;
}

/** A decision about to be kept. */
export interface DelayDecision {
  readonly state: 'approved' | 'refused';
  readonly decidedById: string;
  readonly words: string;
  readonly salt: string;
  readonly until: Temporal.Instant | null;
}

/** A recorded balancing. */
export interface NameDecision {
  readonly id: string;
  readonly shown: boolean;
  readonly decidedOn: string;
  readonly words: string;
  readonly salt: string;
}

/** What is kept beside the looks of a ledger. */
@Injectable()
export class LedgerRepository {
  /**
   * Ties a complaint to a look.
   * @returns whether there was none before
   */
  async addChallenge(tx: TenantTransaction, { entryId, requestId, salt }: NewChallenge, entry: AuditEntry): Promise<boolean> {
    const added = await tx.query(
      `insert into ledger_challenges (organization_id, entry_id, request_id, salt, at) values ($1, $2, $3, $4, $5) on conflict do nothing returning entry_id`,
      [tx.organizationId, entryId, requestId, salt, tx.at],
    );
    if (added.length === 0) return false;
    await recordEntry(tx, entry);
    return true;
  }

  /** Keeps a look from the one whose data it was until somebody has decided. */
  async addDelay(tx: TenantTransaction, delay: NewDelay, entry: AuditEntry): Promise<void> {
    const { id, entryId, ground, words, salt, requestedById, lapsesAt } = delay;
    await tx.query(
      `insert into ledger_delays (organization_id, id, entry_id, ground, words, salt, requested_by, requested_at, lapses_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tx.organizationId, id, entryId, ground, words, salt, requestedById, tx.at, lapsesAt],
    );
    await recordEntry(tx, entry);
  }

  /** Settles a delay that is locked. */
  async decideDelay(tx: TenantTransaction, id: string, decision: DelayDecision, entry: AuditEntry): Promise<void> {
    const { state, decidedById, words, salt, until } = decision;
    await tx.query(
      `update ledger_delays set state = $3, decided_by = $4, decided_at = $5, decision_words = $6, decision_salt = $7, until = $8 where organization_id = $1 and id = $2`,
      [tx.organizationId, id, state, decidedById, tx.at, words, salt, until],
    );
    await recordEntry(tx, entry);
  }

  /** Records whether names are told. */
  async addNameDecision(tx: TenantTransaction, { id, shown, decidedOn, words, salt }: NameDecision, entry: AuditEntry): Promise<void> {
    await tx.query(`insert into ledger_name_decisions (organization_id, id, shown, decided_on, words, salt, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)`, [
      tx.organizationId,
      id,
      shown,
      decidedOn,
      words,
      salt,
      tx.at,
    ]);
    await recordEntry(tx, entry);
  }
}
