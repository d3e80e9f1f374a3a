import type { Locale } from '@smartpar/platform/contract';

/** Somebody who gets an account by accepting an invitation. */
export interface AccountToOpen {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly password: string;
  /** name of the organization; no good password holds it */
  readonly organization: string;
}

/** Knows the accounts people sign in with. */
export abstract class InvitedAccounts {
  /** @returns the account of an address, or `null` where it has none */
  abstract holderOf(email: string): Promise<string | null>;

  /**
   * Makes an account with a password its holder chose.
   * @returns the account of the address, and whether it was made now; one that was there already stays as it is
   * @throws {DomainError} 422 where the password is unfit
   */
  abstract open(account: AccountToOpen): Promise<{ readonly accountId: string; readonly created: boolean }>;
}
