import { Injectable } from '@nestjs/common';
import type { BreakGlass, BreakGlassGround, BreakGlassOutcome, ProfileCategory, Role } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { Temporal } from '@smartpar/kernel';
import { type TenantTransaction, toInstant } from '@smartpar/platform/database';

/** Words somebody wrote, and the salt of their hash in the log. */
export interface SaltedWords {
  readonly text: string;
  readonly salt: string;
}

/** An emergency about to begin. */
export interface NewBreakGlass {
  readonly id: string;
  readonly memberId: string;
  readonly roles: readonly Role[];
  readonly ground: BreakGlassGround;
  readonly categories: readonly ProfileCategory[];
  readonly words: SaltedWords;
  readonly until: Temporal.Instant;
  readonly reviewBy: Temporal.Instant;
}

/** An emergency as it lies in its table. */
export interface BreakGlassLine {
  readonly id: string;
  readonly memberId: string;
  readonly number: number;
  readonly roles: readonly Role[];
  readonly ground: BreakGlassGround;
  readonly categories: readonly ProfileCategory[];
  readonly words: string;
  readonly beganAt: Date;
  readonly until: Date;
  readonly reviewBy: Date;
  readonly outcome: BreakGlassOutcome | null;
  readonly reviewWords: string | null;
  readonly reviewedAt: Date | null;
  readonly looks: number;
}

/** The columns of an emergency `b` and of the member `m` it is of. */
export const BREAK_GLASS = `
  b.id, b.member_id as "memberId", m.number, b.by_roles as roles, b.ground, b.categories, b.words, b.began_at as "beganAt", b.until,
  b.review_by as "reviewBy", b.outcome, b.review_words as "reviewWords", b.reviewed_at as "reviewedAt",
  (select count(*)::int from reveals r where r.organization_id = b.organization_id and r.break_glass_id = b.id) as looks`;

const FROM = 'break_glasses b join members m on m.organization_id = b.organization_id and m.id = b.member_id';

/** Emergencies as they are kept. */
@Injectable()
export class BreakGlassRepository {
  /** Holds the member, so that two of theirs never begin at once. @returns whether one of theirs runs */
  async isRunning(tx: TenantTransaction, memberId: string): Promise<boolean> {
    const values = [tx.organizationId, memberId];
    await tx.query('select from members where organization_id = $1 and id = $2 for no key update', values);
    const running = await tx.query('select id from break_glasses where organization_id = $1 and member_id = $2 and until > $3', [...values, tx.at]);
    return running.length > 0;
  }

  /** Keeps one that begins. */
  async add(tx: TenantTransaction, broken: NewBreakGlass, entry: AuditEntry): Promise<void> {
    await tx.query(
      `insert into break_glasses (organization_id, id, member_id, by_roles, ground, categories, words, salt, began_at, until, review_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tx.organizationId,
        broken.id,
        broken.memberId,
        broken.roles,
        broken.ground,
        broken.categories,
        broken.words.text,
        broken.words.salt,
        tx.at,
        broken.until,
        broken.reviewBy,
      ],
    );
    await recordEntry(tx, entry);
  }

  /** One of them, held until the transaction ends. */
  async lock(tx: TenantTransaction, id: string): Promise<BreakGlassLine | null> {
    const [row] = await tx.query<BreakGlassLine>(`select ${BREAK_GLASS} from ${FROM} where b.organization_id = $1 and b.id = $2 for update of b`, [
      tx.organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** Rows of them, as a condition on `b` says. @param rest what follows WHERE; its parameters begin at `$2` */
  read(tx: TenantTransaction, rest: string, values: readonly unknown[]): Promise<BreakGlassLine[]> {
    return tx.query<BreakGlassLine>(`select ${BREAK_GLASS} from ${FROM} where b.organization_id = $1 and ${rest}`, [tx.organizationId, ...values]);
  }

  /** Ends one before its hour is over. */
  async end(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    await tx.query('update break_glasses set until = $3 where organization_id = $1 and id = $2', [tx.organizationId, id, tx.at]);
    await recordEntry(tx, entry);
  }

  /** Keeps what somebody else found. */
  async review(
    tx: TenantTransaction,
    id: string,
    found: { readonly outcome: BreakGlassOutcome; readonly words: SaltedWords; readonly by: string },
    entry: AuditEntry,
  ): Promise<void> {
    await tx.query(
      `update break_glasses set outcome = $3, review_words = $4, review_salt = $5, reviewed_by = $6, reviewed_at = $7
       where organization_id = $1 and id = $2 and outcome is null`,
      [tx.organizationId, id, found.outcome, found.words.text, found.words.salt, found.by, tx.at],
    );
    await recordEntry(tx, entry);
  }
}

/** An emergency as those who answer for the organization see it. @param readerId whoever reads */
export function breakGlassOf(row: BreakGlassLine, readerId: string, at: Temporal.Instant): BreakGlass {
  const { id, memberId, number, roles, ground, categories, words, outcome, reviewWords, reviewedAt } = row;
  return {
    id,
    by: { memberId, memberNumber: `M-${number}`, roles: [...roles], self: memberId === readerId },
    ground,
    categories: [...categories],
    words,
    beganAt: row.beganAt.toISOString(),
    until: row.until.toISOString(),
    running: Temporal.Instant.compare(toInstant(row.until), at) > 0,
    reviewBy: row.reviewBy.toISOString(),
    overdue: outcome === null && Temporal.Instant.compare(toInstant(row.reviewBy), at) <= 0,
    review: outcome === null || reviewWords === null || reviewedAt === null ? null : { outcome, words: reviewWords, at: reviewedAt.toISOString() },
    looks: row.looks,
  };
}
