import { Injectable } from '@nestjs/common';
import {
  askedOf,
  type MemberActor,
  obstacleToConfirm,
  obstacleToReview,
  type ReviewItem,
  type ReviewItemPage,
  type ReviewItemQuery,
  subject,
} from '@smartpar/access/model';
import { notFound, pageOfRows } from '@smartpar/kernel';
import { Database, keyset, type TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { EvaluationSwitch } from '../evaluations/evaluation-switch';
import { GrantPeople } from '../grants/grant-people';
import { evidence, evidenceFrom, USES } from './item-evidence';
import { isOver } from './review-desk';
import { type EvidenceRow, IS_OPEN, ITEM_COLUMNS, type ItemRow, type PanelRow, placeOf, REVIEW_COLUMNS, type ReviewRow } from './review-row';
import { ReviewRepository } from './review.repository';

type SeenRow = ItemRow & EvidenceRow;

/** What each choice shows of the things `i` of a review `v`. */
const SHOWN: Readonly<Record<ReviewItemQuery['show'], string>> = {
  all: 'true',
  open: 'i.verdict is null and i.outcome is null',
  'to-confirm': `v.stages = 2 and i.verdict = 'revoke' and i.confirmed is null and i.outcome is null`,
  answered: `not ${IS_OPEN}`,
};

/** Everything a review looks at, with what speaks for and against it: one statement for a page, whoever holds how much. */
@Injectable()
export class ReadReviewItems {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly people: GrantPeople,
    private readonly reviews: ReviewRepository,
    private readonly evaluation: EvaluationSwitch,
  ) {}

  /** @throws {DomainError} `not_found`, `page.cursor_invalid` */
  list(actor: MemberActor, reviewId: string, { show, size, after }: ReviewItemQuery): Promise<ReviewItemPage> {
    const key = keyset({ columns: [{ sql: 'i.position', direction: 'asc', type: 'integer' }], after, startParam: 5 });
    return this.database.tenant(actor, async (tx) => {
      const [review] = await tx.query<ReviewRow>(`select ${REVIEW_COLUMNS} from access_reviews v where v.organization_id = $1 and v.id = $2`, [
        tx.organizationId,
        reviewId,
      ]);
      if (review === undefined) throw notFound();
      const panel = await this.reviews.panel(tx, reviewId);
      if (!this.abilities.of(actor).can('read', subject('access-review', { panel: askedOf(panel) }))) throw notFound();
      const rows = await tx.query<SeenRow>(
        `with page as (
           select i.* from access_review_items i join access_reviews v on v.organization_id = i.organization_id and v.id = i.review_id
           where i.organization_id = $1 and i.review_id = $2 and ${SHOWN[show]} and ${key.where} order by ${key.orderBy} limit $4)
         select ${ITEM_COLUMNS}, ${evidence('$3')} from page i ${evidenceFrom('$3')} order by i.position`,
        [tx.organizationId, reviewId, tx.at, size + 1, ...key.values],
      );
      const { items, next } = pageOfRows(rows, size, ({ item }) => [String(item)]);
      return { items: await this.present(tx, actor, items, { review, panel }), next };
    });
  }

  private async present(
    tx: TenantTransaction,
    actor: MemberActor,
    rows: readonly SeenRow[],
    { review, panel }: { readonly review: ReviewRow; readonly panel: readonly PanelRow[] },
  ): Promise<ReviewItem[]> {
    const { memberId } = actor;
    const tells = this.tellsReports(actor);
    const members = [...new Set(rows.flatMap(({ decidedBy, confirmedBy }) => [decidedBy, confirmedBy].filter((id) => id !== null)))];
    const { numbers } = await this.people.labels(tx, { members, sites: [], groups: [], requests: [] });
    const line = (id: string) => ({ memberId: id, number: numbers.get(id) ?? null });
    const runs = !isOver(review, tx);
    const uses = await this.uses(tx, memberId, review.id, rows);
    return rows.map((row) => {
      const obstacle = obstacleToReview(row, panel, memberId);
      const confirms = review.stages === 2 && obstacleToConfirm(row, panel, memberId) === null;
      const { verdict, decidedBy, decidedAt, words, confirmed, confirmedBy, confirmedAt, outcome, cause } = row;
      return {
        ...heldIn(row, tells),
        useTold: uses.has(row.item),
        lastUsedAt: uses.get(row.item)?.toISOString() ?? null,
        answer:
          verdict === null || decidedBy === null || decidedAt === null
            ? null
            : { verdict, reason: words ?? '', by: line(decidedBy), at: decidedAt.toISOString(), less: row.less },
        second:
          confirmed === null || confirmedBy === null || confirmedAt === null
            ? null
            : { confirmed, reason: row.secondWords ?? '', by: line(confirmedBy), at: confirmedAt.toISOString() },
        outcome: outcome === null || cause === null ? null : { outcome, cause },
        may: { answer: runs && obstacle === null, confirm: runs && confirms },
        obstacle: confirms ? null : obstacle,
      };
    });
  }

  /** Whether whoever asks would be told, were a member kept away by a report: they look into such reports, or it is about themselves. */
  private tellsReports(actor: MemberActor): (memberId: string) => boolean {
    const ability = this.abilities.of(actor);
    return (memberId) => memberId === actor.memberId || ability.can('read', subject('violation', { memberId }));
  }

  /**
   * When each of some things was used last. When others used theirs is told only where worker data may be evaluated, and it is written down that it
   * was; what one holds oneself, and what a role or a group was given, one may always know.
   * @returns by the place; those of which it is not told are left out
   */
  private async uses(tx: TenantTransaction, memberId: string, reviewId: string, rows: readonly SeenRow[]): Promise<ReadonlyMap<number, Date | null>> {
    const read = async (some: readonly SeenRow[]): Promise<readonly (readonly [number, Date | null])[]> => {
      const values = [tx.organizationId, reviewId, some.map(({ item }) => item)];
      return some.length === 0 ? [] : (await tx.query<{ item: number; usedAt: Date | null }>(USES, values)).map(({ item, usedAt }) => [item, usedAt]);
    };
    const others = rows.filter(({ holderId }) => holderId !== null && holderId !== memberId);
    const own = await read(rows.filter((row) => !others.includes(row)));
    const people = new Set(others.map(({ holderId }) => holderId)).size;
    const told = others.length === 0 ? [] : await this.evaluation.ifOn(tx, 'grant-use', async () => ({ result: await read(others), people, findings: 0 }));
    return new Map([...own, ...(told ?? [])]);
  }
}

type Held = Omit<ReviewItem, 'answer' | 'second' | 'outcome' | 'may' | 'obstacle' | 'useTold' | 'lastUsedAt'>;

function heldIn(row: SeenRow, tells: (memberId: string) => boolean): Held {
  const { item, kind, holderId, number, status, workerType, workerOver, keptAway, role, roleName, place, heldSince, conflicts } = row;
  return {
    item,
    kind,
    holder:
      holderId === null || status === null || workerType === null
        ? null
        : { memberId: holderId, number, status, workerType, workerOver: workerOver === true, keptAway: tells(holderId) ? keptAway === true : null },
    role: role === null ? null : { role, name: roleName, place, placeKind: placeOf(row).kind },
    grant: grantIn(row),
    heldSince: heldSince.toISOString(),
    conflicts: [...(conflicts ?? [])],
    still: kind === 'role' ? row.roleHeld === true : row.grantState === 'approved',
  };
}

function grantIn({ holderId, granteeRole, granteeGroup, categories, mode, grantScope, endsAt }: SeenRow): Held['grant'] {
  if (categories === null || mode === null || grantScope === null || endsAt === null) return null;
  const kind = granteeRole !== null ? 'role' : holderId === null ? 'group' : 'member';
  return { to: { kind, name: granteeRole ?? granteeGroup }, categories: [...categories], mode, scope: grantScope, until: endsAt.toISOString() };
}
