import type { AuditEntry } from '@smartpar/audit/model';
import { recordPlatformEntry } from '@smartpar/audit/api';
import { notFound } from '@smartpar/kernel';
import { foldAddress, type Locale } from '@smartpar/platform/contract';
import type { AccountTransaction, Transaction } from '@smartpar/platform/database';
import { Injectable } from '@nestjs/common';
import { AccountRow } from './account.entity';

/** What is known of an account at the door. */
export interface AccountAtDoor {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly locale: Locale;
  /** in PHC form; `null` until the first password is chosen */
  readonly passwordHash: string | null;
  /** a code is asked for beside the password */
  readonly hasSecondFactor: boolean;
}

/** Accounts and the addresses they are found by. */
@Injectable()
export class AccountsRepository {
  /**
   * Finds the account of an address. The one question about accounts that may be asked before anybody is signed in.
   * @param address in any spelling
   */
  async idOfAddress(tx: Transaction, address: string): Promise<string | null> {
    const [row] = await tx.query<{ accountId: string | null }>('select account_of_address($1) as "accountId"', [foldAddress(address)]);
    return row?.accountId ?? null;
  }

  /** The transaction's own account, with what its password is compared to. */
  async atDoor(tx: AccountTransaction): Promise<AccountAtDoor | null> {
    const [row] = await tx.query<AccountAtDoor>(
      `select a.account_id as id, a.email, a.name, a.locale, c.password_hash as "passwordHash",
         exists (select from second_factors f where f.account_id = a.account_id and f.state = 'active') as "hasSecondFactor"
       from accounts a left join credentials c on c.account_id = a.account_id where a.account_id = $1`,
      [tx.accountId],
    );
    return row ?? null;
  }

  /**
   * Claims an address for the transaction's account, or learns whose it is.
   * @returns the account that has the address now: another one where it was taken. Storing the account is what is logged
   */
  async holderOfClaim(tx: AccountTransaction, address: string): Promise<string> {
    const [row] = await tx.query<{ holder: string }>('select claim_account_address($1, $2) as holder', [foldAddress(address), tx.accountId]);
    return row?.holder ?? tx.accountId;
  }

  /** Stores a new account. */
  async insert(tx: AccountTransaction, account: Pick<AccountRow, 'email' | 'name' | 'locale'>, entry: AuditEntry): Promise<void> {
    await Promise.all([tx.manager.insert(AccountRow, { ...account, id: tx.accountId, createdAt: tx.at }), recordPlatformEntry(tx, entry)]);
  }

  /** Changes what the account's holder prefers. */
  async changeLocale(tx: AccountTransaction, locale: Locale, entry: AuditEntry): Promise<void> {
    const [{ affected }] = await Promise.all([tx.manager.update(AccountRow, { id: tx.accountId }, { locale }), recordPlatformEntry(tx, entry)]);
    if (affected !== 1) throw notFound();
  }
}
