import { Injectable } from '@nestjs/common';
import { type AccessReview, type AccessReviewPage, type AccessReviewQuery, askedOf, type MemberActor, subject } from '@smartpar/access/model';
import { notFound, pageOfRows } from '@smartpar/kernel';
import { type ConditionColumns, Database, keyset, narrow, type TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { GrantPeople, type Labels } from '../grants/grant-people';
import { openFor } from './open-items';
import { isOver } from './review-desk';
import { type PanelRow, REVIEW_COLUMNS, type ReviewRow } from './review-row';
import { ReviewRepository } from './review.repository';

/** The columns the access file may speak of. */
export const REVIEW_CONDITIONS: ConditionColumns = {
  panel: {
    sql: 'p.member_id',
    type: 'uuid',
    someOf: (comparison) => `exists (select from access_review_panel p where p.organization_id = v.organization_id and p.review_id = v.id and ${comparison})`,
  },
};

interface Told extends ReviewRow {
  readonly scopeName: string | null;
  readonly answered: number;
  readonly kept: number;
  readonly reduced: number;
  readonly revoked: number;
  readonly gone: number;
  readonly silent: number;
  readonly answers: readonly { readonly by: string; readonly count: number }[];
}

const counted = (condition: string): string => `count(*) filter (where ${condition})::int`;

/** What is told of a review `v` beside its own columns; one look at its items for all the counts. */
const TOLD = `${REVIEW_COLUMNS}, t.*,
  case v.scope_kind when 'site' then (select s.name from sites s where s.organization_id = v.organization_id and s.id::text = v.scope_value)
    when 'group' then (select g.name from member_groups g where g.organization_id = v.organization_id and g.id::text = v.scope_value)
    when 'role' then coalesce((select c.name from custom_roles c where c.organization_id = v.organization_id and c.id::text = v.scope_value), v.scope_value)
  end as "scopeName",
  (select coalesce(json_agg(json_build_object('by', a.by, 'count', a.count)), '[]') from (
     select p.member_id as by, count(*)::int as count from access_review_panel p join access_review_items i
       on i.organization_id = p.organization_id and i.review_id = p.review_id and p.member_id in (i.decided_by, i.confirmed_by)
     where p.organization_id = v.organization_id and p.review_id = v.id group by p.member_id) a) as answers`;

const COUNTS = `cross join lateral (
  select ${counted(`i.verdict is not null and (v.stages = 1 or i.verdict <> 'revoke' or i.confirmed is not null)`)} as answered,
         ${counted(`i.outcome = 'kept'`)} as kept, ${counted(`i.outcome = 'reduced'`)} as reduced, ${counted(`i.outcome = 'revoked'`)} as revoked,
         ${counted(`i.outcome = 'gone'`)} as gone, ${counted(`i.cause in ('silence', 'unconfirmed')`)} as silent
  from access_review_items i where i.organization_id = v.organization_id and i.review_id = v.id) t`;

/** Reviews, as far as whoever asks may read them. */
@Injectable()
export class ReadReviews {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly people: GrantPeople,
    private readonly reviews: ReviewRepository,
  ) {}

  /** A page of them, newest first. @throws {DomainError} `page.cursor_invalid` */
  list(actor: MemberActor, { size, after }: AccessReviewQuery): Promise<AccessReviewPage> {
    const allowed = narrow({ ability: this.abilities.of(actor), action: 'read', noun: 'access-review', columns: REVIEW_CONDITIONS, startParam: 3 });
    return this.database.tenant(actor, async (tx) => {
      const values = [tx.organizationId, size + 1, ...allowed.values];
      const key = keyset({ columns: [{ sql: 'v.id', direction: 'desc', type: 'uuid' }], after, startParam: values.length + 1 });
      const rows = await tx.query<Told>(
        `select ${TOLD} from access_reviews v ${COUNTS} where v.organization_id = $1 and ${allowed.text} and ${key.where} order by ${key.orderBy} limit $2`,
        [...values, ...key.values],
      );
      const { items, next } = pageOfRows(rows, size, ({ id }) => [id]);
      return { items: await this.present(tx, actor, items), next };
    });
  }

  /** One of them. @throws {DomainError} `not_found` */
  read(actor: MemberActor, reviewId: string): Promise<AccessReview> {
    return this.database.tenant(actor, (tx) => this.one(tx, actor, reviewId));
  }

  /** One of them, in a transaction that is open already. @throws {DomainError} `not_found` */
  async one(tx: TenantTransaction, actor: MemberActor, reviewId: string): Promise<AccessReview> {
    const [row] = await tx.query<Told>(`select ${TOLD} from access_reviews v ${COUNTS} where v.organization_id = $1 and v.id = $2`, [
      tx.organizationId,
      reviewId,
    ]);
    const [told] = row === undefined ? [] : await this.present(tx, actor, [row]);
    if (told === undefined) throw notFound();
    return told;
  }

  /** Those of some reviews that are theirs to read. */
  private async present(tx: TenantTransaction, actor: MemberActor, rows: readonly Told[]): Promise<AccessReview[]> {
    const ability = this.abilities.of(actor);
    const panels = await this.reviews.panels(
      tx,
      rows.map(({ id }) => id),
    );
    const seen = rows
      .map((row) => ({ row, panel: panels.get(row.id) ?? [] }))
      .filter(({ panel }) => ability.can('read', subject('access-review', { panel: askedOf(panel) })));
    const members = [...new Set(seen.flatMap(({ row, panel }) => [row.startedBy, ...panel.map(({ memberId }) => memberId)]))];
    const { numbers } = await this.people.labels(tx, { members, sites: [], groups: [], requests: [] });
    const mayStop = ability.can('stop', 'access-review');
    return Promise.all(
      seen.map(async ({ row, panel }) => ({ ...reviewOf(row, panel, numbers), ...(await this.asked(tx, actor, row, panel)), may: rightsOf(row, tx, mayStop) })),
    );
  }

  /** As what whoever asks was asked, and what waits for them; looked up only where they were, and while there is time. */
  private async asked(tx: TenantTransaction, { memberId }: MemberActor, row: Told, panel: readonly PanelRow[]): Promise<Pick<AccessReview, 'mine' | 'state'>> {
    const part = panel.find((one) => one.memberId === memberId)?.part ?? null;
    const runs = !isOver(row, tx);
    const waiting = runs && part !== null ? openFor(await this.reviews.unanswered(tx, row.id), panel, row).get(memberId) : 0;
    // what time has ended is over at once, also where the job has not come to it yet
    return { state: row.state === 'running' && !runs ? 'closing' : row.state, mine: { part, waiting: waiting ?? 0 } };
  }
}

const rightsOf = (row: Told, tx: TenantTransaction, mayStop: boolean): AccessReview['may'] => {
  const stop = mayStop && !isOver(row, tx);
  return { stop, close: stop && row.answered === row.items };
};

function reviewOf(row: Told, panel: readonly PanelRow[], numbers: Labels['numbers']): Omit<AccessReview, 'mine' | 'state' | 'may'> {
  const { id, covers, scopeKind, scopeName, silence, stages, items, answered, kept, reduced, revoked, gone, silent } = row;
  const line = (memberId: string) => ({ memberId, number: numbers.get(memberId) ?? null });
  return {
    id,
    covers: [...covers],
    scope: { kind: scopeKind, name: scopeName },
    silence,
    stages,
    startedAt: row.startedAt.toISOString(),
    startedBy: line(row.startedBy),
    dueAt: row.dueAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    panel: panel.map(({ memberId, part }) => ({ ...line(memberId), part, answers: row.answers.find(({ by }) => by === memberId)?.count ?? 0 })),
    counts: { items, answered, kept, reduced, revoked, gone, silent },
  };
}
