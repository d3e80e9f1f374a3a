import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { narrow, type TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { VIOLATION_CONDITIONS } from './read-violations';

/** A case that waits for somebody's opinion. */
export interface WaitingViolation {
  readonly id: string;
  readonly memberNumber: string;
  readonly reportedAt: Date;
  readonly lapsesAt: Date;
}

/** Finds the cases that wait for a member who looks into them. */
@Injectable()
export class WaitingViolationsQuery {
  constructor(private readonly abilities: Abilities) {}

  /** Those they may decide and have not said anything about yet, soonest end first. */
  async within(tx: TenantTransaction, actor: MemberActor, most: number): Promise<readonly WaitingViolation[]> {
    const ability = this.abilities.of(actor);
    if (!ability.can('decide', 'violation')) return [];
    const allowed = narrow({ ability, action: 'decide', noun: 'violation', columns: VIOLATION_CONDITIONS, startParam: 5 });
    return tx.query<WaitingViolation>(
      `select v.id, 'M-' || m.number as "memberNumber", v.reported_at as "reportedAt", v.lapses_at as "lapsesAt"
       from violations v join members m on m.organization_id = v.organization_id and m.id = v.member_id
       where v.organization_id = $1 and v.state = 'running' and v.lapses_at > $2 and v.reported_by <> $3 and ${allowed.text}
         and not exists (select from violation_opinions o where o.organization_id = $1 and o.violation_id = v.id and o.round = 1 and o.by_member_id = $3)
       order by v.lapses_at, v.id limit $4`,
      [tx.organizationId, tx.at, actor.memberId, most, ...allowed.values],
    );
  }
}
