import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { Deciders, obstacleFor } from './deciders';
import { GRANT_COLUMNS, type GrantRow } from './grant-row';

/** A request for access that waits for somebody. */
export interface WaitingGrant {
  readonly id: string;
  /** of whoever asked */
  readonly memberNumber: string;
  readonly requestedAt: Date;
  readonly lapsesAt: Date;
}

/** Finds the requests for access that a member may decide. */
@Injectable()
export class WaitingGrantsQuery {
  constructor(
    private readonly abilities: Abilities,
    private readonly deciders: Deciders,
  ) {}

  /** Those nothing keeps them from deciding, soonest end first; those it does wait for somebody else. */
  async within(tx: TenantTransaction, actor: MemberActor, most: number): Promise<readonly WaitingGrant[]> {
    if (!this.abilities.of(actor).can('decide', 'grant')) return [];
    const rows = await tx.query<GrantRow & Asker>(
      `select ${GRANT_COLUMNS}, 'M-' || m.number as "memberNumber" from grants g
         join members m on m.organization_id = g.organization_id and m.id = g.requested_by
         where g.organization_id = $1 and g.state = 'requested' and g.lapses_at > $2 and g.requested_by <> $3 and g.grantee_member_id is distinct from $3
         order by g.lapses_at, g.id limit $4`,
      [tx.organizationId, tx.at, actor.memberId, most],
    );
    const rightsOver = await this.deciders.rightsOver(tx, rows);
    return rows.flatMap((row) => {
      const { id, memberNumber, requestedAt, lapsesAt } = row;
      return lapsesAt === null || obstacleFor(row, actor.memberId, rightsOver(row), tx.at) !== null ? [] : [{ id, memberNumber, requestedAt, lapsesAt }];
    });
  }
}

interface Asker {
  readonly memberNumber: string;
}
