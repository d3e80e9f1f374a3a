import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '@smartpar/audit/model';
import { ADDRESS_LINK_LIFETIME } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { defineWork, planWork, type WorkKind } from '@smartpar/platform/jobs';
import { OwnAddressRepository } from './own-address.repository';

/** Kind of due work: an address that was asked and never said yes is kept no more. */
const FORGET_ADDRESS = 'members.forget-address';

/** Plans to forget an address that is asked now, once its link is over: whoever owns it may have nothing to do with the organization. */
export const planForgetting = (tx: TenantTransaction, memberId: string): Promise<void> =>
  planWork(tx, { organizationId: tx.organizationId, kind: FORGET_ADDRESS, subjectId: memberId, dueAt: tx.at.add(ADDRESS_LINK_LIFETIME) });

/** What the log says of an address of somebody's own: never the address. */
export const ownAddressEntry = (what: 'proposed' | 'confirmed' | 'withdrawn', memberId: string): AuditEntry => ({
  action: `member.own-address-${what}`,
  target: { noun: 'member', id: memberId },
  facts: {},
});

/** What becomes of addresses that were asked, without anybody waiting for it. */
@Injectable()
export class OwnAddressWork {
  constructor(private readonly proposals: OwnAddressRepository) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [defineWork(FORGET_ADDRESS, (tx, { subjectId }) => this.proposals.forget(tx, subjectId, ownAddressEntry('withdrawn', subjectId)))];
  }
}
