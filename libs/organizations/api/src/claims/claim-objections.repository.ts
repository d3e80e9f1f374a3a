import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import type { ObjectionState } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** What somebody said against a claim of their account. */
export interface ObjectionRow {
  readonly id: string;
  readonly claimId: string;
  readonly accountId: string;
  readonly domain: string;
  readonly address: string | null;
  readonly words: string | null;
  readonly state: ObjectionState;
  readonly madeAt: Date;
  readonly answerBy: Date;
  readonly answer: string | null;
}

/** An objection as it is made. */
export interface NewObjection {
  readonly id: string;
  readonly claimId: string;
  readonly accountId: string;
  readonly address: string;
  readonly words: string;
  readonly salt: string;
  readonly answerBy: Temporal.Instant;
}

const SELECT = `select o.id, o.claim_id as "claimId", o.account_id as "accountId", c.domain, o.address, o.words, o.state, o.made_at as "madeAt",
  o.answer_by as "answerBy", o.answer from claim_objections o join account_claims c on c.organization_id = o.organization_id and c.id = o.claim_id where o.organization_id = $1`;

/** Objections of people to claims of their accounts. */
@Injectable()
export class ClaimObjectionsRepository {
  /** Those the organization has to answer, soonest date first. */
  waiting(tx: TenantTransaction, most: number): Promise<ObjectionRow[]> {
    return tx.query<ObjectionRow>(`${SELECT} and o.state = 'open' order by o.answer_by, o.id limit $2`, [tx.organizationId, most]);
  }

  /** One, with nobody else answering it until the transaction ends. */
  async lock(tx: TenantTransaction, id: string): Promise<ObjectionRow | null> {
    const [row] = await tx.query<ObjectionRow>(`${SELECT} and o.id = $2 for update of o`, [tx.organizationId, id]);
    return row ?? null;
  }

  /** The latest of an account about a claim. */
  async latestOf(tx: TenantTransaction, claimId: string, accountId: string): Promise<ObjectionRow | null> {
    const [row] = await tx.query<ObjectionRow>(`${SELECT} and o.claim_id = $2 and o.account_id = $3 order by o.made_at desc limit 1`, [
      tx.organizationId,
      claimId,
      accountId,
    ]);
    return row ?? null;
  }

  async add(tx: TenantTransaction, objection: NewObjection, entry: AuditEntry): Promise<void> {
    const { id, claimId, accountId, address, words, salt, answerBy } = objection;
    await tx.query(
      `insert into claim_objections (organization_id, id, claim_id, account_id, address, words, salt, state, made_at, answer_by)
       values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9)`,
      [tx.organizationId, id, claimId, accountId, address, words, salt, tx.at, answerBy],
    );
    await recordEntry(tx, entry);
  }

  /** It goes to SmartPAR's staff, since nobody answered. */
  async handOver(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    await tx.query(`update claim_objections set state = 'with-staff' where organization_id = $1 and id = $2`, [tx.organizationId, id]);
    await recordEntry(tx, entry);
  }

  /** It is answered, or nothing is left to answer. The address and the words go: they were for whoever answers. */
  async settle(
    tx: TenantTransaction,
    id: string,
    settled: { state: 'accepted' | 'refused' | 'settled'; answer: string | null },
    entry: AuditEntry,
  ): Promise<void> {
    await tx.query(
      'update claim_objections set state = $3, answer = $4, answered_at = $5, address = null, words = null where organization_id = $1 and id = $2',
      [tx.organizationId, id, settled.state, settled.answer, tx.at],
    );
    await recordEntry(tx, entry);
  }
}
