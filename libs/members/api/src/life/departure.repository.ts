import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { notFound, type Temporal } from '@smartpar/kernel';
import type { DepartureCause, Envelope } from '@smartpar/members/model';
import { type TenantTransaction, toInstant } from '@smartpar/platform/database';

/** The state somebody was in when they left, which they come back to. */
export type FromStatus = 'invited' | 'active' | 'suspended';

/** Somebody who left. */
export interface Departure {
  readonly memberId: string;
  readonly cause: DepartureCause;
  readonly from: FromStatus;
  readonly departedAt: Temporal.Instant;
  readonly graceUntil: Temporal.Instant;
  readonly envelope: Envelope;
  /** the key their code was made with; null where they have none */
  readonly codeKey: string | null;
  /** an address of their own for answers */
  readonly replyAddress: string | null;
  /** nothing names them any more since then */
  readonly doneAt: Temporal.Instant | null;
}

/** A departure as it begins. */
export interface NewDeparture extends Pick<Departure, 'memberId' | 'cause' | 'from' | 'graceUntil' | 'envelope' | 'codeKey'> {
  /** the only form of the code that is stored */
  readonly codeHash: Uint8Array | null;
}

interface DepartureRow extends Omit<Departure, 'departedAt' | 'graceUntil' | 'doneAt'> {
  readonly departedAt: Date;
  readonly graceUntil: Date;
  readonly doneAt: Date | null;
}

const COLUMNS = `member_id as "memberId", cause, from_status as "from", departed_at as "departedAt", grace_until as "graceUntil", envelope, code_key as "codeKey",
  reply_address as "replyAddress", done_at as "doneAt"`;

const BEGIN = `
  insert into departures (organization_id, member_id, cause, from_status, departed_at, grace_until, envelope, code_hash, code_key)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Who left, as it is kept. */
@Injectable()
export class DepartureRepository {
  /** The departure of a member; null where they have not left. */
  async find(tx: TenantTransaction, memberId: string): Promise<Departure | null> {
    const [row] = await tx.query<DepartureRow>(`select ${COLUMNS} from departures where organization_id = $1 and member_id = $2`, [
      tx.organizationId,
      memberId,
    ]);
    return row === undefined ? null : departureOf(row);
  }

  async begin(tx: TenantTransaction, departure: NewDeparture, entry: AuditEntry): Promise<void> {
    const { memberId, cause, from, graceUntil, envelope, codeHash, codeKey } = departure;
    await tx.query(BEGIN, [tx.organizationId, memberId, cause, from, tx.at, graceUntil, envelope, codeHash, codeKey]);
    await recordEntry(tx, entry);
  }

  /** Takes it back: nothing of it stays but its entries in the log. */
  async takeBack(tx: TenantTransaction, memberId: string, entry: AuditEntry): Promise<void> {
    await tx.query('delete from departures where organization_id = $1 and member_id = $2', [tx.organizationId, memberId]);
    await recordEntry(tx, entry);
  }

  /** @throws {DomainError} `not_found` */
  async giveReplyAddress(tx: TenantTransaction, memberId: string, address: string | null, entry: AuditEntry): Promise<void> {
    const changed = await tx.query('update departures set reply_address = $3 where organization_id = $1 and member_id = $2 returning member_id', [
      tx.organizationId,
      memberId,
      address,
    ]);
    if (changed.length !== 1) throw notFound();
    await recordEntry(tx, entry);
  }
}

const departureOf = ({ departedAt, graceUntil, doneAt, ...row }: DepartureRow): Departure => ({
  ...row,
  departedAt: toInstant(departedAt),
  graceUntil: toInstant(graceUntil),
  doneAt: doneAt === null ? null : toInstant(doneAt),
});
