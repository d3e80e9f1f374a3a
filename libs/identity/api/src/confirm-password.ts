import { Injectable } from '@nestjs/common';
import { recordPlatformEntry } from '@smartpar/audit/api';
import { passwordWrong } from '@smartpar/identity/model';
import { notFound } from '@smartpar/kernel';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { accountEntry } from './account-entry';
import { type AccountAtDoor, AccountsRepository } from './accounts.repository';
import { PasswordHash } from './password-hash';
import { SignInThrottle } from './sign-in-throttle';

/** A password somebody signed in types to show that it is still them. */
export interface Confirmation {
  readonly accountId: string;
  readonly password: string;
  /** field of the message it came in, for the problem document */
  readonly field: string;
}

/** Asks somebody signed in for the password once more, counting attempts as at the door. */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly hashes: PasswordHash,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * Works on an account's own things once its password was confirmed.
   * @param before decides inside the transaction, ahead of the password, whether there is anything to do
   * @param work what the password is asked for
   * @throws {DomainError} 422 where it is not the password, 429 after too many attempts
   */
  async run(
    confirmation: Confirmation,
    before: (tx: AccountTransaction) => Promise<boolean>,
    work: (tx: AccountTransaction, account: AccountAtDoor) => Promise<void>,
  ): Promise<void> {
    const { accountId, password, field } = confirmation;
    await this.throttle.admitConfirmation(accountId);
    const confirmed = await this.database
      .account(accountId, async (tx) => {
        if (!(await before(tx))) return true;
        const account = await this.accounts.atDoor(tx);
        if (!account) throw notFound();
        if (!(await this.hashes.matches(account.passwordHash, password))) throw new NotConfirmed();
        await this.throttle.confirmationSucceeded(tx, accountId);
        await work(tx, account);
        return true;
      })
      .catch(asNotConfirmed);
    if (confirmed) return;
    await this.database.account(accountId, (tx) => recordPlatformEntry(tx, accountEntry('account.confirmation-failed', accountId)));
    throw passwordWrong(field);
  }
}

/** Undoes the transaction; the failure is written down after it. */
class NotConfirmed extends Error {}

function asNotConfirmed(error: unknown): false {
  if (error instanceof NotConfirmed) return false;
  throw error;
}
