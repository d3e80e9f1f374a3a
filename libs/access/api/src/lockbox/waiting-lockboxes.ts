import { Injectable } from '@nestjs/common';
import { type Ability, mayDecide, type MemberActor } from '@smartpar/access/model';
import { type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { AbilityHolders } from '../holders/ability-holders';

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
    const rows = await tx.query<WaitingLockbox & Asked>(
      `select l.id, l.case_reference as "caseReference", l.requested_at as "requestedAt", l.lapses_at as "lapsesAt",
         array(select m.id from members m where m.organization_id = l.organization_id and m.account_id = l.staff_account_id) as concerned
       from lockboxes l
       where l.organization_id = $1 and l.state = 'requested' and l.lapses_at > $2 and l.staff_account_id <> $3 order by l.lapses_at, l.id limit $4`,
      [tx.organizationId, tx.at, accountId, most],
    );
    const rights = rows.length === 0 ? [] : await this.holders.rights(tx, 'lockbox.decide');
    return rows.flatMap(({ concerned, ...row }) => {
      const asked = { state: 'requested', requestedAt: toInstant(row.requestedAt), lapsesAt: toInstant(row.lapsesAt), concerned } as const;
      return mayDecide(asked, memberId, rights, tx.at) ? [row] : [];
    });
  }
}

interface Asked {
  readonly concerned: readonly string[];
}
