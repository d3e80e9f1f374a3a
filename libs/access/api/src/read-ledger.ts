import { Injectable } from '@nestjs/common';
import {
  type BreakGlassGround,
  type CountedReadKind,
  grantsInForce,
  type InfrastructureAccessKind,
  type LedgerLook,
  type LedgerQuery,
  type LedgerSummary,
  type MemberActor,
  ORGANIZATION_ROLES,
  type OrganizationPurpose,
  type ProfileCategory,
  type RevealReasonTemplate,
  type Role,
  type StandingGrant,
} from '@smartpar/access/model';
import { type Page, pageOfRows, Time } from '@smartpar/kernel';
import { Database, keyset } from '@smartpar/platform/database';
import { EVERYONE } from './counted-reads.repository';
import { RoleHolders } from './role-holders';

/** Most lines of infrastructure access shown. */
const MOST_ACCESSES = 50;

interface LookRow {
  readonly id: string;
  readonly at: Date;
  /** nobody of the organization where staff looked under a lockbox */
  readonly byMemberId: string | null;
  readonly caseReference: string | null;
  readonly ground: BreakGlassGround | null;
  readonly roles: readonly Role[];
  readonly categories: readonly ProfileCategory[];
  readonly purpose: OrganizationPurpose;
  readonly template: RevealReasonTemplate | null;
  readonly words: string | null;
}

interface CountRow {
  readonly kind: CountedReadKind;
  readonly everyone: boolean;
  readonly count: number;
  readonly latestDay: string;
}

interface AccessRow {
  readonly id: string;
  readonly kind: InfrastructureAccessKind;
  readonly from: Date;
  readonly until: Date;
  readonly words: string;
  readonly recordedAt: Date;
}

/** A member reads who looked at their data, who could, and what machines read. */
@Injectable()
export class ReadLedger {
  constructor(
    private readonly database: Database,
    private readonly holders: RoleHolders,
    private readonly time: Time,
  ) {}

  /** Looks at one's own data, newest first. @throws {DomainError} `page.cursor_invalid` */
  async looks({ organizationId, memberId }: MemberActor, { size, after }: LedgerQuery): Promise<Page<LedgerLook>> {
    const key = keyset({
      columns: [
        { sql: 'at', direction: 'desc', type: 'timestamptz' },
        { sql: 'id', direction: 'desc', type: 'uuid' },
      ],
      after,
      startParam: 4,
    });
    const rows = await this.database.readTenant<LookRow>(organizationId, {
      text: `select id, at, by_member_id as "byMemberId", by_roles as roles, categories, purpose, reason_template as template, reason_words as words,
                    (select l.case_reference from lockboxes l where l.organization_id = $1 and l.id = lockbox_id) as "caseReference",
                    (select b.ground from break_glasses b where b.organization_id = $1 and b.id = break_glass_id) as ground
             from reveals where organization_id = $1 and member_id = $2 and ${key.where} order by ${key.orderBy} limit $3`,
      values: [organizationId, memberId, size + 1, ...key.values],
    });
    const page = pageOfRows(rows, size, ({ at, id }) => [at.toISOString(), id]);
    return { items: page.items.map((row) => present(row, memberId)), next: page.next };
  }

  /** Who could look, what machines read, and the last twelve months in figures. */
  async summary(actor: MemberActor): Promise<LedgerSummary> {
    const [changed, holders, months, counted, infrastructure] = await Promise.all([
      this.changed(actor),
      this.holders.countIn(actor.organizationId),
      this.months(actor),
      this.counted(actor),
      this.infrastructure(actor),
    ]);
    return { viewers: viewersOf(changed, holders), months, counted, infrastructure };
  }

  private changed({ organizationId }: MemberActor): Promise<readonly StandingGrant[]> {
    return this.database.readTenant<StandingGrant>(organizationId, {
      text: 'select role, category, mode, purposes from standing_grants where organization_id = $1',
      values: [organizationId],
    });
  }

  private months({ organizationId, memberId }: MemberActor): Promise<LedgerSummary['months']> {
    return this.database.readTenant(organizationId, {
      text: `select to_char(m, 'YYYY-MM') as month, count(r.id)::int as looks
             from generate_series(date_trunc('month', $3::timestamptz at time zone 'UTC') - interval '11 months', $3::timestamptz at time zone 'UTC', interval '1 month') m
             left join reveals r on r.organization_id = $1 and r.member_id = $2
               and r.at >= m at time zone 'UTC' and r.at < (m + interval '1 month') at time zone 'UTC'
             group by m order by m`,
      values: [organizationId, memberId, this.time.now()],
    });
  }

  private async counted({ organizationId, memberId }: MemberActor): Promise<LedgerSummary['counted']> {
    const rows = await this.database.readTenant<CountRow>(organizationId, {
      text: `select kind, member_id <> $2 as everyone, sum(count)::int as count, max(day)::text as "latestDay" from counted_reads
             where organization_id = $1 and member_id in ($2, $3) and day > ($4::timestamptz at time zone 'UTC')::date - interval '1 year'
             group by kind, member_id order by kind desc, member_id`,
      values: [organizationId, memberId, EVERYONE, this.time.now()],
    });
    return rows.map(({ everyone, ...row }) => ({ ...row, scope: everyone ? 'everyone' : 'me' }));
  }

  private async infrastructure({ organizationId }: MemberActor): Promise<LedgerSummary['infrastructure']> {
    const rows = await this.database.readTenant<AccessRow>(organizationId, {
      text: `select id, kind, started_at as "from", ended_at as until, words, recorded_at as "recordedAt" from infrastructure_accesses
             where organization_id = $1 order by recorded_at desc, id desc limit ${MOST_ACCESSES}`,
      values: [organizationId],
    });
    return rows.map(({ from, until, recordedAt, ...row }) => ({
      ...row,
      from: from.toISOString(),
      until: until.toISOString(),
      recordedAt: recordedAt.toISOString(),
    }));
  }
}

const present = ({ id, at, byMemberId, roles, caseReference, ground, categories, purpose, template, words }: LookRow, memberId: string): LedgerLook => ({
  id,
  at: at.toISOString(),
  by: { roles: [...roles], self: byMemberId === memberId, ...(caseReference !== null && { lockbox: { caseReference } }), ...(ground !== null && { emergency: ground }) },
  categories: [...categories],
  purpose,
  reason: template === null ? { words: words ?? '' } : { template },
});

const viewersOf = (changed: readonly StandingGrant[], holders: ReadonlyMap<Role, number>): LedgerSummary['viewers'] =>
  ORGANIZATION_ROLES.flatMap((role) => {
    const sees = grantsInForce(changed).flatMap(({ role: granted, category, mode, purposes }) =>
      granted !== role || mode === 'hidden' ? [] : [{ category, mode, purposes: [...purposes] }],
    );
    return sees.length === 0 ? [] : [{ role, holders: holders.get(role) ?? 0, sees }];
  });
