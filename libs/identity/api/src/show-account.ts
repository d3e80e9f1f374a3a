import { Injectable } from '@nestjs/common';
import type { AccountView } from '@smartpar/identity/model';
import { notFound } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { AccountRow } from './account.entity';

/** Shows the holder of an account what is kept of it; its sessions and its second factor have answers of their own. */
@Injectable()
export class ShowAccount {
  constructor(private readonly database: Database) {}

  /** @throws {DomainError} `not_found` */
  async run(accountId: string): Promise<AccountView> {
    const account = await this.database.account(accountId, (tx) => tx.manager.findOneBy(AccountRow, { id: accountId }));
    if (account === null) throw notFound();
    const { email, name, locale, createdAt } = account;
    return { email, name, locale, createdAt: createdAt.toString() };
  }
}
