import { Injectable } from '@nestjs/common';
import type { Transaction } from '@smartpar/platform/database';

/** One membership of an address. */
export interface MatchedMembership {
  readonly organizationId: string;
  readonly name: string;
  readonly memberId: string;
}

/** Finds the organizations an address belongs to before any tenant is known. */
@Injectable()
export class MemberMatches {
  /**
   * The organizations in which an address is a member's, former ones included: one statement, the same for every input.
   * @param tx any transaction
   * @param address folded
   */
  membershipsOf(tx: Transaction, address: string): Promise<readonly MatchedMembership[]> {
    return tx.query<MatchedMembership>(
      `select f.organization_id as "organizationId", f.name, a.member_id as "memberId"
       from organizations_of_address($1) a join organization_figures f on f.organization_id = a.organization_id
       order by f.name, f.organization_id, a.member_id`,
      [address],
    );
  }
}
