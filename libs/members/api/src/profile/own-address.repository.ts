import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { ADDRESS_LINK_LIFETIME } from '@smartpar/members/model';
import { toInstant, type TenantTransaction } from '@smartpar/platform/database';
import type { Temporal } from '@smartpar/kernel';

/** An address that was asked and has not said yes. */
export interface AddressProposal {
  readonly id: string;
  readonly email: string;
}

/** Addresses of members' own that were asked and have not said yes. */
@Injectable()
export class OwnAddressRepository {
  /** When a member last had an address asked that has not said yes, also where it was taken back since. */
  async askedAt(tx: TenantTransaction, memberId: string): Promise<Temporal.Instant | null> {
    const text = 'select created_at as at from member_address_proposals where organization_id = $1 and member_id = $2';
    const [found] = await tx.query<{ at: Date }>(text, [tx.organizationId, memberId]);
    return found === undefined ? null : toInstant(found.at);
  }

  /** Keeps an address that was asked, in place of one that was asked before. */
  async propose(tx: TenantTransaction, memberId: string, { id, email }: AddressProposal, entry: AuditEntry): Promise<void> {
    await tx.query('delete from member_address_proposals where organization_id = $1 and member_id = $2', [tx.organizationId, memberId]);
    await tx.query('insert into member_address_proposals (organization_id, member_id, id, email, created_at) values ($1, $2, $3, $4, $5)', [
      tx.organizationId,
      memberId,
      id,
      email,
      tx.at,
    ]);
    await recordEntry(tx, entry);
  }

  /**
   * Takes an address that says yes.
   * @returns `null` where another one was asked since, or the link is too old
   */
  async take(tx: TenantTransaction, memberId: string, id: string, entry: AuditEntry): Promise<string | null> {
    const text = `
      delete from member_address_proposals
      where organization_id = $1 and member_id = $2 and id = $3 and created_at > $4 and email is not null returning email`;
    const [taken] = await tx.query<{ email: string }>(text, [tx.organizationId, memberId, id, tx.at.subtract(ADDRESS_LINK_LIFETIME)]);
    if (taken === undefined) return null;
    await recordEntry(tx, entry);
    return taken.email;
  }

  /** Asks no address any more. That one was asked stays for a while, so that taking it back is no way to ask many. */
  async withdraw(tx: TenantTransaction, memberId: string, entry: AuditEntry): Promise<void> {
    const text = 'update member_address_proposals set email = null where organization_id = $1 and member_id = $2 and email is not null returning id';
    if ((await tx.query(text, [tx.organizationId, memberId])).length > 0) await recordEntry(tx, entry);
  }

  /** Keeps an address no more that never said yes, once its link is over. @param entry kept where there was one */
  async forget(tx: TenantTransaction, memberId: string, entry: AuditEntry): Promise<void> {
    const text = 'delete from member_address_proposals where organization_id = $1 and member_id = $2 and created_at <= $3 returning email';
    const [gone] = await tx.query<{ email: string | null }>(text, [tx.organizationId, memberId, tx.at.subtract(ADDRESS_LINK_LIFETIME)]);
    if (typeof gone?.email === 'string') await recordEntry(tx, entry);
  }
}
