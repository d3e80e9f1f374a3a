import { Injectable } from '@nestjs/common';
import { parseMemberNumber } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Whether a member holds any role, as SQL on a row `m`. */
export const IS_TRUSTED = `(exists (select from member_roles t where t.organization_id = m.organization_id and t.member_id = m.id)
  or exists (select from role_assignments t where t.organization_id = m.organization_id and t.member_id = m.id))`;

/** A member and what they sign in with. */
export interface AccountOfMember {
  readonly memberId: string;
  /** `null` until they sign in for the first time */
  readonly accountId: string | null;
  /** they own the organization */
  readonly owner: boolean;
  /** they hold a role there, of whatever kind and for whatever part of it */
  readonly trusted: boolean;
}

/** Finds the account behind a member number, for what an organization may do about entry to itself. */
@Injectable()
export class MemberAccountQuery {
  /** @param memberNumber as typed: `M-10422`; anything else is nobody's */
  async byNumber(tx: TenantTransaction, memberNumber: string): Promise<AccountOfMember | null> {
    const [found] = await tx.query<AccountOfMember>(
      `select m.id as "memberId", m.account_id as "accountId",
         exists (select from member_roles r where r.organization_id = m.organization_id and r.member_id = m.id and r.role = 'owner') as owner,
         ${IS_TRUSTED} as trusted
       from members m where m.organization_id = $1 and m.number = $2::bigint and m.status in ('invited', 'active', 'suspended')`,
      [tx.organizationId, parseMemberNumber(memberNumber) ?? 0],
    );
    return found ?? null;
  }
}
