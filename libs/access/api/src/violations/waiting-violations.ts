import { Injectable } from '@nestjs/common';
import { mayDecide, type MemberActor } from '@smartpar/access/model';
import { narrow, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { AbilityHolders } from '../holders/ability-holders';
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
    const allowed = narrow({ ability, action: 'decide', noun: 'violation', columns: VIOLATION_CONDITIONS, startParam: 5 });
    const rows = await tx.query<WaitingViolation & Looked>(
      `select v.id, 'M-' || m.number as "memberNumber", v.reported_at as "reportedAt", v.lapses_at as "lapsesAt", array[v.member_id, v.reported_by] as concerned,
         array(select coalesce(o.in_place_of, o.by_member_id) from violation_opinions o
               where o.organization_id = v.organization_id and o.violation_id = v.id and o.round = 1) as used
       from violations v join members m on m.organization_id = v.organization_id and m.id = v.member_id
       where v.organization_id = $1 and v.state = 'running' and v.lapses_at > $2 and v.reported_by <> $3 and ${allowed.text}
         and not exists (select from violation_opinions o where o.organization_id = $1 and o.violation_id = v.id and o.round = 1 and o.by_member_id = $3)
       order by v.lapses_at, v.id limit $4`,
      [tx.organizationId, tx.at, actor.memberId, most, ...allowed.values],
    );
    const rights = rows.length === 0 ? [] : await this.holders.rights(tx, 'violation.decide');
    return rows.flatMap(({ concerned, used, ...row }) => {
      const asked = { state: 'requested', requestedAt: toInstant(row.reportedAt), lapsesAt: toInstant(row.lapsesAt), concerned } as const;
      const free = rights.filter(({ ofMemberId }) => !used.includes(ofMemberId));
      return mayDecide(asked, actor.memberId, free, tx.at) ? [row] : [];
    });
  }
}

interface Looked {
  readonly concerned: readonly string[];
  /** whose right to decide was used */
  readonly used: readonly string[];
}
