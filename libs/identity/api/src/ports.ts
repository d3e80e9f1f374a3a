import type { Membership } from '@smartpar/identity/model';
import type { AccountTransaction, TenantTransaction, Transaction } from '@smartpar/platform/database';

/** Knows what it means that an invited person came: whoever keeps the members implements it. */
export abstract class Invitations {
  /**
   * Told after somebody signed in, once for each membership that still says `invited`.
   * @param accountId whose
   */
  abstract accept(accountId: string, membership: Membership): Promise<void>;
}

/** Knows whose domain an address lies in: whoever keeps proved domains implements it. */
export abstract class AddressDomains {
  /**
   * @param address in any spelling
   * @returns the organization that proved the address's domain, or `null`
   */
  abstract organizationOf(tx: Transaction, address: string): Promise<string | null>;
}

/** Follows accounts that move to another address: whoever claims accounts by their domain implements it. */
export abstract class AddressMoves {
  /** Told in the transaction that gives the account its new address. */
  abstract moved(tx: AccountTransaction, addresses: { readonly from: string; readonly to: string }): Promise<void>;
}

/** Knows which domains the transaction's organization has proved: whoever keeps them implements it. */
export abstract class ProvedDomains {
  /** Whether a domain is the organization's and its proof is there now; nobody changes that until the transaction ends. @param domain folded */
  abstract isSound(tx: TenantTransaction, domain: string): Promise<boolean>;
}

/** A member about whose entry something is done. */
export interface MemberToReset {
  readonly memberId: string;
  /** what they sign in with; `null` until they do */
  readonly accountId: string | null;
  /** they own the organization */
  readonly owner: boolean;
  /** they hold a role there, of whatever kind and for whatever part of it */
  readonly trusted: boolean;
}

/** Knows members and what they sign in with: whoever keeps the members implements it. */
export abstract class MemberAccounts {
  /**
   * @param memberNumber as typed: `M-10422`
   * @returns the member, or `null` where there is none of that number in the transaction's organization
   */
  abstract byNumber(tx: TenantTransaction, memberNumber: string): Promise<MemberToReset | null>;

  /** Name of the transaction's organization, for mails. */
  abstract organizationName(tx: TenantTransaction): Promise<string>;
}
