import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { narrow, type TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { AbilityHolders } from '../holders/ability-holders';
import { rightCounts } from '../holders/right-counts';
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
  constructor(
    private readonly abilities: Abilities,
    private readonly holders: AbilityHolders,
  ) {}

  /** Those nothing keeps them from deciding, by a right nobody has used there yet, soonest end first. */
  async within(tx: TenantTransaction, actor: MemberActor, most: number): Promise<readonly WaitingViolation[]> {
    const ability = this.abilities.of(actor);
    if (!ability.can('decide', 'violation')) return [];
    const rights = await this.holders.rightsOf(tx, 'violation.decide', actor.memberId);
    if (rights === null) return [];
    const allowed = narrow({ ability, action: 'decide', noun: 'violation', columns: VIOLATION_CONDITIONS, startParam: 7 });
    return tx.query<WaitingViolation>(
      `select v.id, 'M-' || m.number as "memberNumber", v.reported_at as "reportedAt", v.lapses_at as "lapsesAt" from violations v
       cross join lateral (select a.number from members a where a.organization_id = v.organization_id and a.id = v.member_id offset 0) m
       where v.organization_id = $1 and v.state = 'running' and v.lapses_at > $2 and ${allowed.text}
         and ${rightCounts({ concerned: 'array[v.member_id, v.reported_by]', used: USED, askedAt: 'v.reported_at' }, '$3', 5)}
         and not exists (select ${OPINIONS} and o.by_member_id = $3)
       order by v.lapses_at, v.id limit $4`,
      [tx.organizationId, tx.at, actor.memberId, most, ...rights, ...allowed.values],
    );
  }
}

const OPINIONS = 'from violation_opinions o where o.organization_id = v.organization_id and o.violation_id = v.id and o.round = 1';

/** Whose right to decide was used already. */
const USED = `array(select coalesce(o.in_place_of, o.by_member_id) ${OPINIONS})`;
