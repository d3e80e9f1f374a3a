import { Injectable } from '@nestjs/common';
import { newId } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { type AccountAtDoor, AccountsRepository } from './accounts.repository';
import { PasswordHash } from './password-hash';

/** What checking an address and a password came to. */
export interface PasswordCheck {
  /** the account, where both were right */
  readonly account: AccountAtDoor | null;
  /** the account of the address, for the log; never for the answer */
  readonly accountId: string | null;
}

/**
 * Checks an address and a password by the same steps whether there is such an account or not: two statements, then one
 * comparison at full cost.
 */
@Injectable()
export class CheckPassword {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly hashes: PasswordHash,
  ) {}

  async run(email: string, password: string): Promise<PasswordCheck> {
    const accountId = await this.database.global((tx) => this.accounts.idOfAddress(tx, email));
    const account = await this.database.account(accountId ?? newId(), (tx) => this.accounts.atDoor(tx));
    const matches = await this.hashes.matches(account?.passwordHash ?? null, password);
    return { account: matches ? account : null, accountId };
  }
}
