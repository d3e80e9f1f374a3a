import { Injectable } from '@nestjs/common';
import type { Ability } from '@smartpar/access/model';
import { narrow, type TenantTransaction } from '@smartpar/platform/database';
import type { RequestKind, RequestState } from '@smartpar/requests/model';
import { instantColumn, instantText } from './instant-text';
import { REQUEST_CONDITIONS } from './request-columns';

/** A request that waits for somebody. */
export interface WaitingRequest {
  readonly id: string;
  readonly reference: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly paused: boolean;
  readonly overdue: boolean;
  readonly assigned: 'me' | 'nobody';
}

/** Finds what waits in the inbox for one member. */
@Injectable()
export class WaitingRequestsQuery {
  /**
   * The open requests a member may answer that are theirs or nobody's, soonest date first; one statement, each half along its index.
   * @param who the member, and what they may do
   */
  async within(tx: TenantTransaction, { memberId, ability }: { memberId: string; ability: Ability }, most: number): Promise<readonly WaitingRequest[]> {
    if (!ability.can('answer', 'privacy-request')) return [];
    const allowed = narrow({ ability, action: 'answer', noun: 'privacy-request', columns: REQUEST_CONDITIONS, startParam: 5 });
    const half = (assigned: string): string =>
      `(select ${COLUMNS} from privacy_requests r where r.organization_id = $1 and r.state <> 'answered' and ${assigned} and ${allowed.text} order by r.due_at, r.id limit $4)`;
    const rows = await tx.query<WaitingRequest>(`${half('r.assignee_id = $2')} union all ${half('r.assignee_id is null')} order by "dueAt", id limit $4`, [
      tx.organizationId,
      memberId,
      tx.at,
      most,
      ...allowed.values,
    ]);
    return rows.map((row) => ({ ...row, askedAt: instantText(row.askedAt), dueAt: instantText(row.dueAt) }));
  }
}

const COLUMNS = `r.id, r.reference, r.kind, r.state, ${instantColumn('r.asked_at')} as "askedAt", ${instantColumn('r.due_at')} as "dueAt", r.paused,
  (not r.paused and r.due_at < $3) as overdue, case when r.assignee_id is null then 'nobody' else 'me' end as assigned`;
