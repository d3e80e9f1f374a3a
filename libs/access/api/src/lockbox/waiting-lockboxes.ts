import { Injectable } from '@nestjs/common';
import type { Ability, MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { AbilityHolders } from '../holders/ability-holders';
import { rightCounts } from '../holders/right-counts';

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
  constructor(private readonly holders: AbilityHolders) {}

  /** Those nothing keeps a member from deciding, soonest lapsing first; none of those they asked for themselves. */
  async within(tx: TenantTransaction, { accountId, memberId }: MemberActor, ability: Ability, most: number): Promise<readonly WaitingLockbox[]> {
    if (!ability.can('decide', 'lockbox')) return [];
    const rights = await this.holders.rightsOf(tx, 'lockbox.decide', memberId);
    if (rights === null) return [];
    return tx.query<WaitingLockbox>(
      `select l.id, l.case_reference as "caseReference", l.requested_at as "requestedAt", l.lapses_at as "lapsesAt" from lockboxes l
       where l.organization_id = $1 and l.state = 'requested' and l.lapses_at > $2 and l.staff_account_id <> $3
         and ${rightCounts({ concerned: CONCERNED, askedAt: 'l.requested_at' }, '$7', 5)}
       order by l.lapses_at, l.id limit $4`,
      [tx.organizationId, tx.at, accountId, most, ...rights, memberId],
    );
  }
}

/** Whoever of the organization is the member of staff who asks. */
const CONCERNED = 'array(select m.id from members m where m.organization_id = l.organization_id and m.account_id = l.staff_account_id)';
