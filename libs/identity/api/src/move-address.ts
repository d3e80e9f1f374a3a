import { Injectable, Optional } from '@nestjs/common';
import { addressTaken, linkSpent, sameAddress } from '@smartpar/identity/model';
import { isId, newId, notFound } from '@smartpar/kernel';
import { foldAddress } from '@smartpar/platform/contract';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, LinkTokens, once } from '@smartpar/platform/http';
import { enqueueMail } from '@smartpar/platform/mail';
import { accountEntry } from './account-entry';
import { AccountsRepository } from './accounts.repository';
import { AddressChangesRepository } from './address-changes.repository';
import { confirmSignInAddressMail, SIGN_IN_ADDRESS_TOKEN, signInAddressChangedMail } from './mails/sign-in-address.mail';
import { AddressMoves } from './ports';
import type { SessionAct } from './session-act';
import { SessionCache } from './session-cache';
import { SignInThrottle } from './sign-in-throttle';

const PROPOSE = 'account.propose-sign-in-address';

/** Moves an account to another address, once that address has said yes. Whether another account has it is told to nobody but whoever reads its mails. */
@Injectable()
export class MoveAddress {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly changes: AddressChangesRepository,
    private readonly tokens: LinkTokens,
    private readonly throttle: SignInThrottle,
    private readonly cache: SessionCache,
    @Optional() private readonly moves?: AddressMoves,
  ) {}

  /**
   * Asks an address whether the account may move there.
   * @throws {DomainError} 422 where it is the one the account has, 429 after too many
   */
  async propose({ accountId, key }: SessionAct, email: string): Promise<void> {
    await this.throttle.admitPrivateLink(accountId);
    await this.database.account(accountId, async (tx) => {
      const attempt = { key, operation: PROPOSE, fingerprint: fingerprintOf(PROPOSE, email) };
      const { replayed, reference } = await once(tx, attempt, { changeId: newId() });
      if (replayed) return;
      const account = await this.accounts.atDoor(tx);
      if (!account) throw notFound();
      if (foldAddress(account.email) === foldAddress(email)) throw sameAddress();
      await this.changes.propose(tx, { id: reference.changeId, email }, accountEntry('account.sign-in-address-proposed', accountId));
      await enqueueMail(tx, confirmSignInAddressMail, { to: email, locale: account.locale, facts: { accountId, changeId: reference.changeId } });
    });
  }

  /**
   * The address says yes: from now on it is the one to sign in with, and both addresses are told. Sessions go on; the password stays.
   * @throws {DomainError} 410 where the link no longer works, 409 where another account has the address
   */
  async confirm(token: string): Promise<void> {
    const [accountId, changeId] = this.tokens.open(SIGN_IN_ADDRESS_TOKEN, token) ?? [];
    if (!isId(accountId) || !isId(changeId)) throw linkSpent();
    await this.database.account(accountId, async (tx) => {
      const [account, to] = await Promise.all([this.accounts.atDoor(tx), this.changes.waiting(tx, changeId)]);
      if (!account || to === null) throw linkSpent();
      const from = account.email;
      if (!(await this.changes.move(tx, { from, to }, accountEntry('account.sign-in-address-changed', accountId, { byOrganization: false }))))
        throw addressTaken();
      await this.moves?.moved(tx, { from, to });
      const facts = { at: tx.at.toString() };
      for (const reader of [from, to]) await enqueueMail(tx, signInAddressChangedMail, { to: reader, locale: account.locale, facts });
    });
    this.cache.drop(accountId);
  }
}
