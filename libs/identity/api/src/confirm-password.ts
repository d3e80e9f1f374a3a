import { Injectable } from '@nestjs/common';
import type { EntryProof } from '@smartpar/access/model';
import { recordPlatformEntry } from '@smartpar/audit/api';
import { codeWrong, passwordWrong } from '@smartpar/identity/model';
import { notFound } from '@smartpar/kernel';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { accountEntry } from './account-entry';
import { type AccountAtDoor, AccountsRepository } from './accounts.repository';
import { CheckCode } from './check-code';
import { PasswordHash } from './password-hash';
import { SignInThrottle } from './sign-in-throttle';

/** A password somebody signed in types to show that it is still them. */
export interface Confirmation {
  readonly accountId: string;
  readonly password: string;
  /** field of the message it came in, for the problem document */
  readonly field: string;
  /** asks for a code too, where a second factor of the session's reach is set up; without it the password is enough */
  readonly factor?: { readonly code: string | undefined; readonly onlyIn: string | null };
}

/** Asks somebody signed in for the password once more, counting attempts as at the door. */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly hashes: PasswordHash,
    private readonly throttle: SignInThrottle,
    private readonly codes: CheckCode,
  ) {}

  /**
   * Works on an account's own things once its password was confirmed.
   * @param before decides inside the transaction, ahead of the password, whether there is anything to do
   * @param work what the password is asked for
   * @throws {DomainError} 422 where it is not the password or not the code, 429 after too many attempts
   */
  async run(
    confirmation: Confirmation,
    before: (tx: AccountTransaction) => Promise<boolean>,
    work: (tx: AccountTransaction, account: AccountAtDoor, proof: EntryProof | null) => Promise<void>,
  ): Promise<void> {
    const { accountId, password, field } = confirmation;
    await this.throttle.admitConfirmation(accountId);
    const refused = await this.database
      .account(accountId, async (tx) => {
        if (!(await before(tx))) return null;
        const account = await this.accounts.atDoor(tx);
        if (!account) throw notFound();
        if (!(await this.hashes.matches(account.passwordHash, password))) throw new NotConfirmed('password');
        const proof = await this.proofOf(tx, confirmation);
        await this.throttle.confirmationSucceeded(tx, accountId);
        await work(tx, account, proof);
        return null;
      })
      .catch(asNotConfirmed);
    if (refused === null) return;
    await this.database.account(accountId, (tx) => recordPlatformEntry(tx, accountEntry('account.confirmation-failed', accountId)));
    throw refused === 'password' ? passwordWrong(field) : codeWrong();
  }

  private async proofOf(tx: AccountTransaction, { factor }: Confirmation): Promise<EntryProof | null> {
    if (factor === undefined) return null;
    const answering = { reach: 'session', onlyIn: factor.onlyIn } as const;
    if (!(await this.codes.isAskedFor(tx, answering))) return null;
    const proof = factor.code === undefined ? null : await this.codes.run(tx, factor.code, answering);
    if (!proof) throw new NotConfirmed('code');
    return proof;
  }
}

/** Undoes the transaction; the failure is written down after it. */
class NotConfirmed extends Error {
  constructor(readonly part: 'password' | 'code') {
    super(`The ${part} is not right.`);
  }
}

function asNotConfirmed(error: unknown): NotConfirmed['part'] {
  if (error instanceof NotConfirmed) return error.part;
  throw error;
}
