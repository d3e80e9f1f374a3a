import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import {
  ATTENTION_REASONS,
  type AttentionReason,
  type OrganizationFigures,
  type OrganizationFiguresQuery,
  reasonsFor,
  suppressed,
  weightOf,
} from '@smartpar/oversight/model';
import { cursorOf, Database, keyset, toInstant } from '@smartpar/platform/database';

interface FiguresRow extends Omit<OrganizationFigures, 'members' | 'attention' | 'createdAt'> {
  readonly members: number;
  readonly createdAt: Date;
  readonly weight: number;
}

/** What each reason weighs, as a condition of the row: the same reasons as `reasonsFor`, in SQL. */
const HOLDS: Readonly<Record<AttentionReason, string>> = {
  'overdue-questions': 'overdue > 0',
  'nobody-named': 'not contact_named',
  'domain-unverified': `kind <> 'direct-users' and not domain_verified`,
};

const WEIGHT = ATTENTION_REASONS.map((reason) => `case when ${HOLDS[reason]} then ${weightOf([reason])} else 0 end`).join(' + ');

/** Figures with what has not been folded into them yet. */
const COUNTED = `
  select f.organization_id, f.name, f.slug, f.kind, f.contact_named, f.domain_verified, f.created_at,
         (f.member_count + coalesce(d.members, 0))::integer as members,
         (f.open_requests + coalesce(d.opened, 0))::integer as opened,
         (f.overdue_requests + coalesce(d.overdue, 0))::integer as overdue
  from organization_figures f
  left join (
    select organization_id, sum(member_count) as members, sum(open_requests) as opened, sum(overdue_requests) as overdue
    from organization_figure_deltas group by organization_id
  ) d on d.organization_id = f.organization_id`;

/** Lists how all organizations are doing, those that need a look first. It reads figures and nothing else. */
@Injectable()
export class ListOrganizationFigures {
  constructor(private readonly database: Database) {}

  /** @throws {DomainError} `page.cursor_invalid` */
  async run(actor: MemberActor, { size, after, attention, name }: OrganizationFiguresQuery): Promise<Page<OrganizationFigures>> {
    const weight = { sql: 'weight', direction: 'desc', type: 'integer' } as const;
    const slug = { sql: 'slug', direction: 'asc', type: 'text' } as const;
    const page = keyset({ columns: [weight, slug], after, startParam: 4 });
    const wanted = attention === undefined ? 0 : attention === 'any' ? weightOf(ATTENTION_REASONS) : weightOf([attention]);
    const rows = await this.database.tenant(actor, (tx) =>
      tx.query<FiguresRow>(
        `select organization_id as "organizationId", name, slug, kind, members, opened as "openRequests", overdue as "overdueRequests",
                contact_named as "contactNamed", domain_verified as "domainVerified", created_at as "createdAt", weight
         from (select counted.*, ${WEIGHT} as weight from (${COUNTED}) counted) weighed
         where ($1::integer = 0 or weight & $1::integer <> 0)
           and ($2::text is null or starts_with(lower(name), lower($2)) or starts_with(slug, lower($2)))
           and ${page.where}
         order by ${page.orderBy} limit $3::integer + 1`,
        [wanted, name || null, size, ...page.values],
      ),
    );
    const items = rows.slice(0, size);
    const last = items.at(-1);
    return { items: items.map(present), next: rows.length > size && last !== undefined ? cursorOf([last.weight, last.slug]) : null };
  }
}

const present = ({ members, createdAt, weight: _weight, ...row }: FiguresRow): OrganizationFigures => ({
  ...row,
  members: suppressed(members),
  attention: [...reasonsFor(row)],
  createdAt: toInstant(createdAt).toString(),
});
