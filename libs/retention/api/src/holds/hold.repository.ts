import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { HoldGround, HoldView } from '@smartpar/retention/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Words somebody wrote, and what ties the log to them. */
export interface SaltedWords {
  readonly text: string;
  readonly salt: string;
}

/** A hold on its way in. */
export interface NewHold {
  readonly id: string;
  readonly memberId: string;
  readonly ground: HoldGround;
  readonly words: SaltedWords;
}

interface HoldRow {
  readonly id: string;
  readonly ground: HoldGround;
  readonly words: string;
  readonly placedAt: Date;
  readonly placedBy: number | null;
  readonly liftedAt: Date | null;
  readonly liftedBy: number | null;
  readonly liftingWords: string | null;
}

/** The number of whoever placed or lifted it. */
const numberOf = (column: string): string => `(select p.number from members p where p.organization_id = h.organization_id and p.id = h.${column})`;

const OF_MEMBER = `
  select h.id, h.ground, h.words, h.placed_at as "placedAt", ${numberOf('placed_by')} as "placedBy", h.lifted_at as "liftedAt", ${numberOf('lifted_by')} as "liftedBy",
         h.lifting_words as "liftingWords"
  from holds h where h.organization_id = $1 and h.member_id = $2 order by h.lifted_at is not null, h.id desc`;

const PLACE = 'insert into holds (organization_id, id, member_id, ground, words, salt, placed_at, placed_by) values ($1, $2, $3, $4, $5, $6, $7, $8)';

const LIFT = `
  update holds set lifted_at = $4, lifted_by = $5, lifting_words = $6, lifting_salt = $7
  where organization_id = $1 and id = $2 and member_id = $3 and lifted_at is null returning id`;

/** Holds as they are kept. What was lifted never changes again. */
@Injectable()
export class HoldRepository {
  /** All about a member: those in force first, newest first. */
  async ofMember(tx: TenantTransaction, memberId: string): Promise<readonly HoldView[]> {
    return (await tx.query<HoldRow>(OF_MEMBER, [tx.organizationId, memberId])).map(viewOf);
  }

  /** How many are in force. */
  async inForce(tx: TenantTransaction, memberId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'select count(*)::int as count from holds where organization_id = $1 and member_id = $2 and lifted_at is null',
      [tx.organizationId, memberId],
    );
    return row?.count ?? 0;
  }

  async place(tx: TenantTransaction, { id, memberId, ground, words }: NewHold, entry: AuditEntry): Promise<void> {
    await tx.query(PLACE, [tx.organizationId, id, memberId, ground, words.text, words.salt, tx.at, actingMember(tx)]);
    await recordEntry(tx, entry);
  }

  /** @returns whether it was in force */
  async lift(
    tx: TenantTransaction,
    hold: { readonly id: string; readonly memberId: string; readonly words: SaltedWords },
    entry: AuditEntry,
  ): Promise<boolean> {
    const { id, memberId, words } = hold;
    const lifted = await tx.query(LIFT, [tx.organizationId, id, memberId, tx.at, actingMember(tx), words.text, words.salt]);
    if (lifted.length !== 1) return false;
    await recordEntry(tx, entry);
    return true;
  }
}

const actingMember = ({ actor }: TenantTransaction): string | null => (actor.kind === 'member' ? actor.memberId : null);

const numberText = (number: number | null): string | null => (number === null ? null : `M-${number}`);

const viewOf = ({ id, ground, words, placedAt, placedBy, liftedAt, liftedBy, liftingWords }: HoldRow): HoldView => ({
  id,
  ground,
  words,
  placedAt: placedAt.toISOString(),
  placedBy: numberText(placedBy),
  lifted: liftedAt === null ? null : { at: liftedAt.toISOString(), by: numberText(liftedBy), words: liftingWords ?? '' },
});
