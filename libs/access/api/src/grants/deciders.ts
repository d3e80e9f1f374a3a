import { Injectable } from '@nestjs/common';
import { obstacleTo, type DecisionObstacle, type RightToDecide, type ToDecide } from '@smartpar/access/model';
import { toInstant, toInstantOrNull, type TenantTransaction } from '@smartpar/platform/database';
import { AbilityHolders, type Reachable } from '../holders/ability-holders';
import { GrantPeople } from './grant-people';
import { concernedBy, type GrantRow } from './grant-row';

/** What lets somebody decide about grants. */
export const DECIDE = 'grant.decide';

/** Knows who may decide about grants: asked anew, in the transaction that decides, of what is in force then. */
@Injectable()
export class Deciders {
  constructor(
    private readonly people: GrantPeople,
    private readonly holders: AbilityHolders,
  ) {}

  /** Which of them count for each of some grants: none of whom the request is about that a grant is for, and none held in their place. */
  async rightsOver(tx: TenantTransaction, rows: readonly GrantRow[]): Promise<(row: GrantRow) => readonly RightToDecide[]> {
    const [rights, about] = await Promise.all([this.holders.rights(tx, DECIDE), this.people.complainedOf(tx, rows.flatMap(requestsOf))]);
    return (row) => {
      const kept = new Set(requestsOf(row).map((id) => about.get(id)));
      return rights.filter(({ memberId, ofMemberId }) => !kept.has(memberId) && !kept.has(ofMemberId));
    };
  }

  /** Active members who could decide, were something asked for now by or for some; with where to reach them. */
  reachable(tx: TenantTransaction, concerned: readonly string[]): Promise<readonly Reachable[]> {
    return this.holders.reachable(tx, DECIDE, concerned);
  }
}

const requestsOf = ({ scopeKind, scopeIds }: GrantRow): readonly string[] => (scopeKind === 'request' ? scopeIds : []);

/** A grant as something to decide. */
export const toDecide = (row: GrantRow): ToDecide => ({
  state: row.state,
  requestedAt: toInstant(row.requestedAt),
  lapsesAt: toInstantOrNull(row.lapsesAt) ?? toInstant(row.requestedAt),
  concerned: concernedBy(row),
});

/** What keeps a member from deciding a grant at a moment; `null` where nothing does. */
export const obstacleFor = (row: GrantRow, memberId: string, rights: readonly RightToDecide[], at: TenantTransaction['at']): DecisionObstacle | null =>
  obstacleTo(toDecide(row), memberId, rights, at);
