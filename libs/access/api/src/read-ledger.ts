import { Injectable } from '@nestjs/common';
import {
  type CountedReadKind,
  type InfrastructureAccessKind,
  type LedgerSummary,
  type MemberActor,
  type StandingGrant,
  viewersOf,
} from '@smartpar/access/model';
import { Time } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { EVERYONE } from './counted-reads.repository';
import { isHeldBack } from './ledger/held-back';
import { TIMED, timedOf, type TimedRow, timedValues } from './ledger/timed-access';
import { RoleHolders } from './role-holders';

/** Most lines of infrastructure access shown. */
const MOST_ACCESSES = 50;

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

/** A member reads who could look at their data, what machines read, and how often somebody looked. */
@Injectable()
export class ReadLedger {
  constructor(
    private readonly database: Database,
    private readonly holders: RoleHolders,
    private readonly time: Time,
  ) {}

  /** Who could look, for good and for a time, what machines read, and the last twelve months in figures. */
  async summary(actor: MemberActor): Promise<LedgerSummary> {
    const [changed, holders, timed, months, counted, infrastructure] = await Promise.all([
      this.changed(actor),
      this.holders.countOver(actor.organizationId, actor.memberId),
      this.timed(actor),
      this.months(actor),
      this.counted(actor),
      this.infrastructure(actor),
    ]);
    return { viewers: viewersOf(changed, holders), timed, months, counted, infrastructure };
  }

  private changed({ organizationId }: MemberActor): Promise<readonly StandingGrant[]> {
    return this.database.readTenant<StandingGrant>(organizationId, {
      text: 'select role, category, mode, purposes from standing_grants where organization_id = $1',
      values: [organizationId],
    });
  }

  /** Grants, emergencies and lockboxes that reach the member's data now. */
  private async timed(actor: MemberActor): Promise<LedgerSummary['timed']> {
    const values = timedValues(actor, this.time.now());
    return (await this.database.readTenant<TimedRow>(actor.organizationId, { text: TIMED, values })).map(timedOf);
  }

  private months({ organizationId, memberId }: MemberActor): Promise<LedgerSummary['months']> {
    return this.database.readTenant(organizationId, {
      text: `select to_char(m, 'YYYY-MM') as month, count(r.id)::int as looks
             from generate_series(date_trunc('month', $3::timestamptz at time zone 'UTC') - interval '11 months', $3::timestamptz at time zone 'UTC', interval '1 month') m
             left join reveals r on r.organization_id = $1 and r.member_id = $2
               and r.at >= m at time zone 'UTC' and r.at < (m + interval '1 month') at time zone 'UTC' and not ${isHeldBack('r', '$3')}
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
