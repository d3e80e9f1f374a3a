import { Injectable } from '@nestjs/common';
import { PAST_DAYS, type VolumeAlertState } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Somebody on one day. */
export interface SomebodysDay {
  readonly memberId: string;
  readonly day: string;
}

/** The last alert that was made for somebody's day. */
export interface LastAlert {
  readonly id: string;
  readonly step: number;
  /** how often they had looked when it was told */
  readonly told: number;
  /** how often it says that they looked */
  readonly looks: number;
  readonly state: VolumeAlertState;
}

/** How often somebody looked on one day. */
export interface DayOfLooks extends SomebodysDay {
  readonly looks: number;
  readonly last: LastAlert | null;
}

/** How often somebody looked on each of the days before one. */
export interface PastOfDay extends SomebodysDay {
  readonly past: readonly number[];
}

/** The moment at which a day begins, where an organization `z` is. */
export const beginningOf = (day: string): string => `((${day})::timestamp at time zone z.time_zone)`;

/**
 * `z`: where the organization is. `switched.times`: all time in which evaluations were on, by every version of what it said about them; what was
 * done at any other time is compared with nothing and is nobody's past.
 */
const PLACE_AND_SWITCH = `
  z as (select o.time_zone from organizations o where o.organization_id = $1),
  said as (
    select '-infinity'::timestamptz as since, (select min(r.changed_at) from evaluation_rules r where r.organization_id = $1) as until,
      false as needed, null::date as concluded_on, null::date as valid_until
    union all
    select r.changed_at, lead(r.changed_at) over (order by r.version), r.needed, r.concluded_on, r.valid_until from evaluation_rules r where r.organization_id = $1),
  span as (
    select greatest(s.since, case when s.needed then ${beginningOf('s.concluded_on')} end) as since,
      coalesce(least(s.until, case when s.needed then ${beginningOf('s.valid_until + 1')} end), 'infinity') as until
    from said s cross join z where not s.needed or s.concluded_on is not null),
  switched as (select coalesce(range_agg(tstzrange(p.since, p.until)), '{}'::tstzmultirange) as times
    from (select * from span where since < until) p)`;

/** How often people look at others' data, while evaluations are on. */
@Injectable()
export class LookVolumeRepository {
  /**
   * How often each person looked on each day since the day before somebody last asked; a week back at most. The days are those of the place where
   * the organization is.
   */
  days(tx: TenantTransaction): Promise<DayOfLooks[]> {
    return tx.query<DayOfLooks>(
      `with ${PLACE_AND_SWITCH},
       now as (select z.*, ($2::timestamptz at time zone z.time_zone)::date as today from z),
       asked as (select greatest(coalesce((max(e.at) at time zone z.time_zone)::date - 1, z.today - 1), z.today - 7) as since
         from now z left join evaluations e on e.organization_id = $1 and e.kind = 'look-volume' and e.by_system group by z.time_zone, z.today),
       counted as (
         select r.by_member_id, (r.at at time zone z.time_zone)::date as day, count(*)::int as looks
         from z cross join switched cross join asked
         cross join lateral (
           select k.by_member_id, k.at from reveals k where k.organization_id = $1 and k.at >= ${beginningOf('asked.since')} and k.by_member_id is not null offset 0) r
         where switched.times @> r.at
         group by 1, 2)
       select c.by_member_id as "memberId", c.day, c.looks, case when v.id is null then null
         else json_build_object('id', v.id, 'step', v.step, 'told', v.told, 'looks', v.looks, 'state', v.state) end as last
       from counted c left join lateral (
         select * from volume_alerts a where a.organization_id = $1 and a.member_id = c.by_member_id and a.day = c.day order by a.step desc limit 1) v on true
       order by c.day, c.by_member_id`,
      [tx.organizationId, tx.at],
    );
  }

  /** Looks on each of the days before, oldest first; 0 where there were none. Days on which evaluations were off at any time are left out. */
  async past(tx: TenantTransaction, days: readonly SomebodysDay[]): Promise<readonly PastOfDay[]> {
    if (days.length === 0) return [];
    return tx.query<PastOfDay>(
      `with ${PLACE_AND_SWITCH}
       select w.member_id as "memberId", w.day, array(
         select coalesce(c.looks, 0) from generate_series(1, ${PAST_DAYS}) as back (days)
         left join (
           select (r.at at time zone z.time_zone)::date as day, count(*)::int as looks from reveals r
           where r.organization_id = $1 and r.by_member_id = w.member_id
             and r.at >= ${beginningOf(`w.day - ${PAST_DAYS}`)} and r.at < ${beginningOf('w.day')}
           group by 1) c on c.day = w.day - back.days
         where switched.times @> tstzrange(${beginningOf('w.day - back.days')}, ${beginningOf('w.day - back.days + 1')})
         order by back.days desc) as past
       from unnest($2::uuid[], $3::date[]) as w (member_id, day) cross join z cross join switched`,
      [tx.organizationId, days.map(({ memberId }) => memberId), days.map(({ day }) => day)],
    );
  }
}
