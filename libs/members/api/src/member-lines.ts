import { Injectable } from '@nestjs/common';
import { type ActorLine, ActorLines } from '@smartpar/audit/api';
import { memberNumberText, type MemberStatus } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';

/** Names the members of an organization's log by their numbers; a de-identified one has none any more. */
@Injectable()
export class MemberLines extends ActorLines {
  constructor(private readonly database: Database) {
    super();
  }

  override async linesOf(organizationId: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, ActorLine>> {
    const rows = await this.database.readTenant<{ id: string; number: number; status: MemberStatus }>(organizationId, {
      text: 'select id, number, status from members where organization_id = $1 and id = any($2::uuid[])',
      values: [organizationId, memberIds],
    });
    return new Map(rows.map(({ id, number, status }) => [id, { memberNumber: status === 'de-identified' ? null : memberNumberText(number) }]));
  }
}
