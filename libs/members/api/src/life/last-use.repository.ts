import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { Database } from '@smartpar/platform/database';

/** SQL that tells of a member `m` whether today is not yet known as a day on which they used this organization. @param now the parameter that holds the moment */
export const unusedToday = (now: string): string => `coalesce(m.last_used_on < (${now}::timestamptz at time zone 'UTC')::date, true)`;

/** On which day a member last used this organization: the day and no more, known to no other organization. */
@Injectable()
export class LastUseRepository {
  constructor(private readonly database: Database) {}

  /** Writes today down. Whoever changes the member at this moment is not waited for: another call of the same day comes soon enough. */
  async markToday(organizationId: string, memberId: string): Promise<void> {
    await this.database.tenant(systemActor(organizationId, 'last-use'), (tx) =>
      tx.query(
        `update members set last_used_on = ($3::timestamptz at time zone 'UTC')::date where (organization_id, id) in (
           select m.organization_id, m.id from members m where m.organization_id = $1 and m.id = $2 for no key update skip locked)`,
        [organizationId, memberId, tx.at],
      ),
    );
  }
}
