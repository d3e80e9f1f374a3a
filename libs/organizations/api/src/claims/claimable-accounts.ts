import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Where the holder of an account reads mails. */
export interface AccountReader {
  readonly email: string;
  readonly locale: Locale;
}

/**
 * Knows the accounts people sign in with, for the one organization that has proved their domain: to any other it says that there are none. Nothing of what
 * it tells leaves this server but counts.
 */
export abstract class ClaimableAccounts {
  /** How many accounts use a domain, and how many of them are members of the transaction's organization. */
  abstract count(tx: TenantTransaction, domain: string): Promise<{ readonly accounts: number; readonly members: number }>;

  /**
   * Some of those that are not members yet, by id.
   * @param beyond the last one of the page before
   */
  abstract page(tx: TenantTransaction, domain: string, beyond: string | null, most: number): Promise<readonly string[]>;

  /** Whether an account still uses a domain. */
  abstract uses(tx: TenantTransaction, domain: string, accountId: string): Promise<boolean>;

  /** @returns `null` where there is no such account any more */
  abstract readerOf(tx: TenantTransaction, accountId: string): Promise<AccountReader | null>;
}

/** An account that joins. */
export interface JoiningAccount extends AccountReader {
  readonly accountId: string;
}

/** Knows the members of the transaction's organization. */
export abstract class ClaimedMembers {
  /**
   * Makes accounts members: invited, so that they are active by their next sign-in. Whoever is a member already stays what they are.
   * @returns the member of each account; without those whose address is another account's here
   */
  abstract join(tx: TenantTransaction, accounts: readonly JoiningAccount[]): Promise<ReadonlyMap<string, string>>;
}
