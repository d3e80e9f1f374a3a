import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { FIRST_MEMBER_NUMBER } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';

/** Hands out member numbers. */
@Injectable()
export class MemberNumbersRepository {
  constructor(private readonly database: Database) {}

  /**
   * Takes numbers in a row, in a transaction of their own, before the members are kept: whoever adds members never
   * waits for somebody else's. A number that is taken and not used is never given again.
   * @param count how many
   * @returns the first of them
   */
  take(organizationId: string, count: number): Promise<number> {
    return this.database.tenant(systemActor(organizationId, 'member-numbers'), async (tx) => {
      const [row] = await tx.query<{ first: number }>(
        `insert into member_numbers (organization_id, next) values ($1, $2::integer + $3::integer)
         on conflict (organization_id) do update set next = member_numbers.next + $3::integer
         returning next - $3::integer as first`,
        [organizationId, FIRST_MEMBER_NUMBER, count],
      );
      if (row === undefined) throw new Error('No member number was handed out.');
      return row.first;
    });
  }
}
