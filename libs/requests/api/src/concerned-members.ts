import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Knows whom privacy requests concern, and how they are called. */
@Injectable()
export class ConcernedMembersQuery {
  /** The members a request concerns: whoever asked, where they are a member. A complaint does not open the data of whom it is about. `null` where there is none. */
  async of(tx: TenantTransaction, requestId: string): Promise<readonly string[] | null> {
    const [row] = await tx.query<{ memberId: string | null }>('select member_id as "memberId" from privacy_requests where organization_id = $1 and id = $2', [
      tx.organizationId,
      requestId,
    ]);
    if (row === undefined) return null;
    return row.memberId === null ? [] : [row.memberId];
  }

  /** References of some requests, by id. */
  async references(tx: TenantTransaction, requestIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; reference: string }>(
      'select id, reference from privacy_requests where organization_id = $1 and id = any($2::uuid[])',
      [tx.organizationId, requestIds],
    );
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }
}
