import { Injectable } from '@nestjs/common';
import type { FactorEvent } from '@smartpar/identity/model';
import type { AccountTransaction } from '@smartpar/platform/database';
import { enqueueMail } from '@smartpar/platform/mail';
import { AccountsRepository } from './accounts.repository';
import { secondFactorMail } from './mails/second-factor.mail';
import { PrivateAddressesRepository } from './private-addresses.repository';

/** Something that happened, and to entry to which organization. */
export interface Happening {
  readonly what: FactorEvent;
  /** name of the organization it concerns; `null` for all of the account */
  readonly organization: string | null;
}

/** Tells the holder of the transaction's account what happened to their second factor, at every address they have. */
@Injectable()
export class TellHolder {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly addresses: PrivateAddressesRepository,
  ) {}

  async run(tx: AccountTransaction, { what, organization }: Happening): Promise<void> {
    const [account, { confirmed }] = await Promise.all([this.accounts.atDoor(tx), this.addresses.all(tx)]);
    if (!account) return;
    const facts = { at: tx.at.toString(), what, organization };
    for (const to of new Set([account.email, ...(confirmed === null ? [] : [confirmed])]))
      await enqueueMail(tx, secondFactorMail, { to, locale: account.locale, facts });
  }
}
