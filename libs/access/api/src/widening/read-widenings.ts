import { Injectable } from '@nestjs/common';
import { type MemberActor, obstacleTo, type RightToDecide, type WideningView } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { AbilityHolders } from '../holders/ability-holders';
import { toDecide, type WideningRow } from './widening-row';
import { WideningRepository } from './widening.repository';

/** A widening that waits for a member. */
export interface WaitingWidening {
  readonly id: string;
  readonly memberNumber: string;
  readonly requestedAt: Date;
  readonly settlesAt: Date;
}

/** What roles are to see more, as whoever reads the grants sees it. */
@Injectable()
export class ReadWidenings {
  constructor(
    private readonly widenings: WideningRepository,
    private readonly holders: AbilityHolders,
  ) {}

  /** Those that wait, soonest settled first, with what whoever asks may do with each. */
  async waiting(tx: TenantTransaction, { memberId }: MemberActor): Promise<WideningView[]> {
    const rows = await this.widenings.waiting(tx);
    if (rows.length === 0) return [];
    const [rights, gaining, numbers] = await Promise.all([
      this.holders.rights(tx, 'standing-grant.decide'),
      this.widenings.holdersOf(tx, [...new Set(rows.map(({ role }) => role))]),
      numbersOf(tx, rows),
    ]);
    const decides = rights.some((right) => right.memberId === memberId);
    return rows.map((row) => {
      const obstacle = decides ? obstacleTo(toDecide(row, gaining.get(row.role) ?? []), memberId, rights, tx.at) : null;
      const self = row.requestedBy === memberId;
      return {
        ...viewOf(row),
        requestedBy: { memberId: row.requestedBy, number: numbers.get(row.requestedBy) ?? null, self },
        may: { approve: decides && obstacle === null, refuse: self || mayObject(row, rights, memberId) },
        obstacle,
      };
    });
  }

  /** Those that wait for a member: to agree, or to object while there is time. */
  async waitingFor(tx: TenantTransaction, actor: MemberActor, most: number): Promise<readonly WaitingWidening[]> {
    const views = (await this.waiting(tx, actor)).filter(({ may, alone, requestedBy }) => may.approve || (alone && may.refuse && !requestedBy.self));
    return views.slice(0, most).map(({ id, requestedBy, requestedAt, settlesAt }) => ({
      id,
      memberNumber: `M-${requestedBy.number ?? ''}`,
      requestedAt: new Date(requestedAt),
      settlesAt: new Date(settlesAt),
    }));
  }
}

/** Leaving it as it is gives nobody anything: whoever decides such things may say no, also where they would gain themselves. */
export const mayObject = ({ requestedBy }: WideningRow, rights: readonly RightToDecide[], memberId: string): boolean =>
  rights.some((right) => right.memberId === memberId && right.ofMemberId !== requestedBy);

const viewOf = ({ id, role, category, before, mode, purposes, requestedAt, settlesAt, alone }: WideningRow) => ({
  id,
  role,
  category,
  from: { mode: before.mode, purposes: [...before.purposes] },
  to: { mode, purposes: [...purposes] },
  requestedAt: requestedAt.toISOString(),
  settlesAt: settlesAt.toISOString(),
  alone,
});

async function numbersOf(tx: TenantTransaction, rows: readonly WideningRow[]): Promise<ReadonlyMap<string, number>> {
  const found = await tx.query<{ id: string; number: number }>('select id, number from members where organization_id = $1 and id = any($2::uuid[])', [
    tx.organizationId,
    rows.map(({ requestedBy }) => requestedBy),
  ]);
  return new Map(found.map(({ id, number }) => [id, number]));
}
