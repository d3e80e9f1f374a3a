import { Injectable } from '@nestjs/common';
import type { Ability, MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A lockbox that waits for a decision. */
export interface WaitingLockbox {
  readonly id: string;
  readonly caseReference: string;
  readonly requestedAt: Date;
  readonly lapsesAt: Date;
}

/** Finds what SmartPAR's staff ask for and nobody has decided. */
@Injectable()
export class WaitingLockboxesQuery {
  /** Those a member may decide, soonest lapsing first; none of those they asked for themselves. One statement. */
  async within(tx: TenantTransaction, { accountId }: MemberActor, ability: Ability, most: number): Promise<readonly WaitingLockbox[]> {
    if (!ability.can('decide', 'lockbox')) return [];
    return tx.query<WaitingLockbox>(
      `select id, case_reference as "caseReference", requested_at as "requestedAt", lapses_at as "lapsesAt" from lockboxes
       where organization_id = $1 and state = 'requested' and lapses_at > $2 and staff_account_id <> $3 order by lapses_at, id limit $4`,
      [tx.organizationId, tx.at, accountId, most],
    );
  }
}
