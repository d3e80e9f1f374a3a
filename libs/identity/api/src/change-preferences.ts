import { Injectable } from '@nestjs/common';
import type { Preferences, PreferencesChange } from '@smartpar/identity/model';
import { notFound } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { accountEntry } from './account-entry';
import { AccountsRepository } from './accounts.repository';
import type { SessionAct } from './session-act';

const OPERATION = 'account.change-preferences';

/** Changes what an account's holder prefers. */
@Injectable()
export class ChangePreferences {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
  ) {}

  /** @returns the preferences as they are now */
  async run({ accountId, key }: SessionAct, change: PreferencesChange): Promise<Preferences> {
    return this.database.account(accountId, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, change) }, {});
      const { locale } = change;
      if (!replayed && locale !== undefined) await this.accounts.changeLocale(tx, locale, accountEntry('account.preferences-changed', accountId, { locale }));
      const account = await this.accounts.atDoor(tx);
      if (!account) throw notFound();
      return { locale: account.locale };
    });
  }
}
