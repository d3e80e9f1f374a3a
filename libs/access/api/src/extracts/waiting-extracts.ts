import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { AbilityHolders } from '../holders/ability-holders';
import { DECIDE } from './choose-people';
import { EXTRACT_COLUMNS, type ExtractRow, obstacleFor } from './extract-row';

/** An extract that waits for somebody. */
export interface WaitingExtract {
  readonly id: string;
  /** of whoever asked */
  readonly memberNumber: string;
  readonly people: number;
  readonly requestedAt: Date;
  readonly lapsesAt: Date;
}

/** Finds the extracts that a member may decide. */
@Injectable()
export class WaitingExtractsQuery {
  constructor(
    private readonly abilities: Abilities,
    private readonly holders: AbilityHolders,
  ) {}

  /** Those nothing keeps them from deciding, soonest end first; those it does wait for somebody else. */
  async within(tx: TenantTransaction, actor: MemberActor, most: number): Promise<readonly WaitingExtract[]> {
    if (!this.abilities.of(actor).can('decide', 'extract')) return [];
    const [rows, rights] = await Promise.all([
      tx.query<ExtractRow & Asker>(
        `select ${EXTRACT_COLUMNS}, 'M-' || m.number as "memberNumber" from extracts x
         cross join lateral (select a.number from members a where a.organization_id = x.organization_id and a.id = x.requested_by offset 0) m
         where x.organization_id = $1 and x.state = 'requested' and x.lapses_at > $2 and x.requested_by <> $3 order by x.lapses_at, x.id limit $4`,
        [tx.organizationId, tx.at, actor.memberId, most],
      ),
      this.holders.rights(tx, DECIDE),
    ]);
    return rows.flatMap((row) => {
      const { id, memberNumber, people, requestedAt, lapsesAt } = row;
      return lapsesAt === null || obstacleFor(row, actor.memberId, rights, tx.at) !== null ? [] : [{ id, memberNumber, people, requestedAt, lapsesAt }];
    });
  }
}

interface Asker {
  readonly memberNumber: string;
}
