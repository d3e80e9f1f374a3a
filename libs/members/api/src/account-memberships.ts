import type { MemberStatus } from '@smartpar/members/model';
import type { Transaction } from '@smartpar/platform/database';

/** One line of an account's own list of where it is a member. */
export interface Membership {
  readonly organizationId: string;
  readonly memberId: string;
  readonly organizationName: string;
  readonly kind: 'tenant' | 'workforce' | 'direct-users';
  readonly status: MemberStatus;
}

/** Keeps each account's own list of where it is a member. */
export abstract class AccountMemberships {
  /** Writes a line, or what changed about it, in the transaction that changes the member. */
  abstract keep(tx: Transaction, accountId: string, membership: Membership): Promise<void>;

  /** Removes a line: nothing ties the account to that member any more. */
  abstract remove(tx: Transaction, accountId: string, organizationId: string): Promise<void>;
}
