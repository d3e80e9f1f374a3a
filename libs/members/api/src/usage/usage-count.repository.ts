import { Injectable } from '@nestjs/common';
import type { DroppedEvents, DroppedOnDay } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** How far back dropped events are told of, in days, today among them. */
const TOLD_DAYS = 30;

/** How long the counts are kept, in days. */
const KEPT_DAYS = 396;

/** How much was dropped at the door, by day, kind and reason; never whose it was. */
@Injectable()
export class UsageCounts {
  /** Counts what was dropped, on the day it is where the organization is. In one order, so that two batches never wait for each other in a circle. */
  async add(tx: TenantTransaction, dropped: readonly DroppedEvents[]): Promise<void> {
    if (dropped.length === 0) return;
    await tx.query(
      `insert into usage_counts (organization_id, day, kind, reason, events)
       select o.organization_id, ($5::timestamptz at time zone o.time_zone)::date, d.kind, d.reason, d.events
       from organizations o, unnest($2::text[], $3::text[], $4::integer[]) as d (kind, reason, events)
       where o.organization_id = $1 order by d.kind, d.reason
       on conflict (organization_id, day, kind, reason) do update set events = least(usage_counts.events::bigint + excluded.events, 2147483647)::integer`,
      [tx.organizationId, dropped.map(({ kind }) => kind), dropped.map(({ reason }) => reason), dropped.map(({ events }) => events), tx.at],
    );
  }

  /** What was dropped lately, the newest day first. */
  lately(tx: TenantTransaction): Promise<DroppedOnDay[]> {
    return tx.query<DroppedOnDay>(
      `select day, kind, reason, events from usage_counts where organization_id = $1 and day > $2::date order by day desc, kind, reason`,
      [
        tx.organizationId,
        tx.at
          .subtract({ hours: 24 * TOLD_DAYS })
          .toString()
          .slice(0, 10),
      ],
    );
  }

  /** Forgets counts that are too old. */
  async forget(tx: TenantTransaction): Promise<void> {
    await tx.query('delete from usage_counts where organization_id = $1 and day < $2::date', [
      tx.organizationId,
      tx.at
        .subtract({ hours: 24 * KEPT_DAYS })
        .toString()
        .slice(0, 10),
    ]);
  }
}
