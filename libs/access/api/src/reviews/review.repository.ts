import { Injectable } from '@nestjs/common';
import type { PanelPart, ReviewCause, ReviewCover, ReviewLess, ReviewOutcome, ReviewScope, ReviewSilence, ReviewVerdict } from '@smartpar/access/model';
import { nothingToReview } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { ITEMS_HELD, scopeColumns } from './freeze-items';
import { isAble } from './item-evidence';
import type { OpenItems } from './open-items';
import { IS_OPEN, ITEM_COLUMNS, type ItemRow, type PanelRow, REVIEW_COLUMNS, type ReviewRow, together } from './review-row';

/** Words somebody wrote, and the salt of their hash in the log. */
export interface ReviewWords {
  readonly text: string;
  readonly salt: string;
}

/** A review about to begin. */
export interface NewReview {
  readonly id: string;
  readonly covers: readonly ReviewCover[];
  readonly scope: ReviewScope;
  readonly silence: ReviewSilence;
  readonly stages: 1 | 2;
  readonly startedBy: string;
  readonly dueAt: Temporal.Instant;
  readonly panel: readonly { readonly memberId: string; readonly part: PanelPart }[];
}

/** What somebody said of some things. */
export interface NewAnswer {
  readonly items: readonly number[];
  readonly verdict: ReviewVerdict;
  readonly less: ReviewLess | null;
  readonly by: string;
  readonly words: ReviewWords;
}

/** What became of some things. */
export interface NewOutcome {
  readonly items: readonly number[];
  readonly outcome: ReviewOutcome;
  readonly cause: ReviewCause;
}

/** Keeps what is held as the list, in one statement: whoever gets or loses something afterwards does not change what is looked at. */
const FREEZE = `
  with frozen as (
    insert into access_review_items (organization_id, review_id, position, kind, holder_id, role, site_id, group_id, grant_id, held_since) ${ITEMS_HELD}
    returning position)
  select count(*)::int as count from frozen`;

/** Reviews of who holds which roles and grants. */
@Injectable()
export class ReviewRepository {
  /** Begins one with everything that is held now; the entry is told how much that is. @throws {DomainError} `access_review.nothing` */
  async add(tx: TenantTransaction, review: NewReview, entry: AuditEntry): Promise<void> {
    const { id, covers, scope, silence, stages, startedBy, dueAt, panel } = review;
    const values = [tx.organizationId, id, covers, ...scopeColumns(scope), silence, stages, tx.at, startedBy, dueAt];
    await tx.query(
      `insert into access_reviews (organization_id, id, state, covers, scope_kind, scope_value, silence, stages, items, started_at, started_by, due_at)
       values ($1, $2, 'running', $3, $4, $5, $6, $7, 0, $8, $9, $10)`,
      values,
    );
    await tx.query(
      `insert into access_review_panel (organization_id, review_id, member_id, part)
       select $1, $2, m, p from unnest($3::uuid[], $4::text[]) as named (m, p)`,
      [tx.organizationId, id, panel.map(({ memberId }) => memberId), panel.map(({ part }) => part)],
    );
    const [frozen] = await tx.query<{ count: number }>(FREEZE, [tx.organizationId, tx.at, covers, ...scopeColumns(scope), id]);
    const items = frozen?.count ?? 0;
    if (items === 0) throw nothingToReview();
    await tx.query('update access_reviews set items = $3 where organization_id = $1 and id = $2', [tx.organizationId, id, items]);
    await recordEntry(tx, { ...entry, facts: { ...entry.facts, items } });
  }

  /** One of them, which nobody else changes until the transaction ends. */
  async lock(tx: TenantTransaction, id: string): Promise<ReviewRow | null> {
    const text = `select ${REVIEW_COLUMNS} from access_reviews v where v.organization_id = $1 and v.id = $2 for update`;
    const [row] = await tx.query<ReviewRow>(text, [tx.organizationId, id]);
    return row ?? null;
  }

  /** Who was asked, and who of them is there. */
  async panel(tx: TenantTransaction, id: string): Promise<readonly PanelRow[]> {
    return (await this.panels(tx, [id])).get(id) ?? [];
  }

  /** The panels of some reviews. */
  async panels(tx: TenantTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, readonly PanelRow[]>> {
    const rows = await tx.query<PanelRow & { readonly reviewId: string }>(
      `select p.review_id as "reviewId", p.member_id as "memberId", p.part, ${isAble('$3')} as able
       from access_review_panel p cross join lateral (select k.* from members k where k.organization_id = p.organization_id and k.id = p.member_id offset 0) m
       where p.organization_id = $1 and p.review_id = any($2::uuid[]) order by p.part desc, m.number`,
      [tx.organizationId, ids, tx.at],
    );
    return Map.groupBy(rows, ({ reviewId }) => reviewId);
  }

  /** Some of what is looked at. */
  items(tx: TenantTransaction, id: string, positions: readonly number[]): Promise<readonly ItemRow[]> {
    return tx.query<ItemRow>(
      `select ${ITEM_COLUMNS} from access_review_items i where i.organization_id = $1 and i.review_id = $2 and i.position = any($3::int[]) order by i.position`,
      [tx.organizationId, id, positions],
    );
  }

  /**
   * What nothing has become of yet: first what was answered for, then what somebody said something of, then what silence speaks of, so that the last
   * owner who is never taken is one of whom nobody said that they are to go.
   */
  left(tx: TenantTransaction, id: string, most: number): Promise<readonly ItemRow[]> {
    return tx.query<ItemRow>(
      `select ${ITEM_COLUMNS} from access_review_items i join access_reviews v on v.organization_id = i.organization_id and v.id = i.review_id
       where i.organization_id = $1 and i.review_id = $2 and i.outcome is null order by ${IS_OPEN}, i.verdict is null, i.position limit $3`,
      [tx.organizationId, id, most],
    );
  }

  /** What is still to be said, those together of which the same can be said by the same people: as few lines as there are people on the panel, or so. */
  unanswered(tx: TenantTransaction, id: string): Promise<readonly OpenItems[]> {
    return tx.query<OpenItems>(together(IS_OPEN, 'i.confirmed'), [tx.organizationId, id]);
  }

  /** What was ever said to go, also where a second person has spoken since; together as what is still to be said. */
  saidToGo(tx: TenantTransaction, id: string): Promise<readonly OpenItems[]> {
    return tx.query<OpenItems>(together(`i.verdict = 'revoke'`, 'null::boolean'), [tx.organizationId, id]);
  }

  /** Which of some things are still held. */
  async still(tx: TenantTransaction, id: string, positions: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await tx.query<{ item: number }>(
      `select i.position as item from access_review_items i
       where i.organization_id = $1 and i.review_id = $2 and i.position = any($3::int[]) and (
         exists (select from grants g where g.organization_id = $1 and g.id = i.grant_id and g.state = 'approved' and g.ends_at > $4)
         or (i.site_id is null and i.group_id is null and exists (
           select from member_roles r where r.organization_id = $1 and r.member_id = i.holder_id and r.role = i.role))
         or exists (select from role_assignments a where a.organization_id = $1 and a.member_id = i.holder_id and coalesce(a.built_in, a.custom_role_id::text) = i.role
           and a.site_id is not distinct from i.site_id and a.group_id is not distinct from i.group_id))`,
      [tx.organizationId, id, positions, tx.at],
    );
    return new Set(rows.map(({ item }) => item));
  }

  /** Keeps what somebody said, in place of what was said before. */
  async answer(tx: TenantTransaction, id: string, { items, verdict, less, by, words }: NewAnswer, entry: AuditEntry): Promise<void> {
    await tx.query(
      `update access_review_items set verdict = $4, less = $5, decided_by = $6, decided_at = $7, words = $8, salt = $9
       where organization_id = $1 and review_id = $2 and position = any($3::int[]) and confirmed is null and outcome is null`,
      [tx.organizationId, id, items, verdict, less === null ? null : JSON.stringify(less), by, tx.at, words.text, words.salt],
    );
    await recordEntry(tx, entry);
  }

  /** Keeps what a second person said. */
  async confirm(
    tx: TenantTransaction,
    id: string,
    { items, confirmed, by, words }: { readonly items: readonly number[]; readonly confirmed: boolean; readonly by: string; readonly words: ReviewWords },
    entry: AuditEntry,
  ): Promise<void> {
    await tx.query(
      `update access_review_items set confirmed = $4, confirmed_by = $5, confirmed_at = $6, second_words = $7, second_salt = $8
       where organization_id = $1 and review_id = $2 and position = any($3::int[]) and verdict = 'revoke' and confirmed is null and outcome is null`,
      [tx.organizationId, id, items, confirmed, by, tx.at, words.text, words.salt],
    );
    await recordEntry(tx, entry);
  }

  /** Lets nothing more be said. */
  async beginClosing(tx: TenantTransaction, id: string, entry: AuditEntry): Promise<void> {
    await tx.query(`update access_reviews set state = 'closing' where organization_id = $1 and id = $2 and state = 'running'`, [tx.organizationId, id]);
    await recordEntry(tx, entry);
  }

  /** Keeps what became of some things. The entry says how many, and what was done to each has its own. */
  async settle(tx: TenantTransaction, id: string, outcomes: readonly NewOutcome[], entry: AuditEntry): Promise<void> {
    for (const { items, outcome, cause } of outcomes) {
      await tx.query(
        `update access_review_items set outcome = $4, cause = $5
         where organization_id = $1 and review_id = $2 and position = any($3::int[]) and outcome is null`,
        [tx.organizationId, id, items, outcome, cause],
      );
    }
    await recordEntry(tx, entry);
  }

  /** Ends one that was carried out, with its certificate. */
  async close(tx: TenantTransaction, id: string, note: string, entry: AuditEntry): Promise<void> {
    await tx.query(`update access_reviews set state = 'closed', closed_at = $3, note = $4 where organization_id = $1 and id = $2 and state = 'closing'`, [
      tx.organizationId,
      id,
      tx.at,
      note,
    ]);
    await recordEntry(tx, entry);
  }

  /** Calls one off: what was said of it changes nothing. */
  async stop(tx: TenantTransaction, id: string, words: ReviewWords, entry: AuditEntry): Promise<void> {
    await tx.query(
      `update access_reviews set state = 'stopped', closed_at = $3, stop_words = $4, stop_salt = $5
       where organization_id = $1 and id = $2 and state = 'running'`,
      [tx.organizationId, id, tx.at, words.text, words.salt],
    );
    await recordEntry(tx, entry);
  }
}
