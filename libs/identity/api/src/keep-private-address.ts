import { Injectable } from '@nestjs/common';
import { addressNotPrivate, linkSpent } from '@smartpar/identity/model';
import { isId, newId, notFound } from '@smartpar/kernel';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { fingerprintOf, LinkTokens, once } from '@smartpar/platform/http';
import { enqueueMail } from '@smartpar/platform/mail';
import { accountEntry } from './account-entry';
import { AccountsRepository } from './accounts.repository';
import { AddressReach } from './address-reach';
import { confirmAddressMail, PRIVATE_ADDRESS_TOKEN, privateAddressChangedMail } from './mails/private-address.mail';
import { PrivateAddressesRepository } from './private-addresses.repository';
import type { SessionAct } from './session-act';
import { SignInThrottle } from './sign-in-throttle';

const PROPOSE = 'account.propose-private-address';
const REMOVE = 'account.remove-private-address';

/** Keeps an address of the holder's own, out of every organization's reach. */
@Injectable()
export class KeepPrivateAddress {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly addresses: PrivateAddressesRepository,
    private readonly tokens: LinkTokens,
    private readonly throttle: SignInThrottle,
    private readonly reach: AddressReach,
  ) {}

  /**
   * Asks an address whether it may be used. Until it says yes, the one before stays.
   * @throws {DomainError} 422 where it is the sign-in address or lies in an organization's domain, 429 after too many
   */
  async propose({ accountId, key }: SessionAct, email: string): Promise<void> {
    await this.throttle.admitPrivateLink(accountId);
    await this.database.account(accountId, async (tx) => {
      const attempt = { key, operation: PROPOSE, fingerprint: fingerprintOf(PROPOSE, email) };
      const { replayed, reference } = await once(tx, attempt, { addressId: newId() });
      if (replayed) return;
      const account = await this.accounts.atDoor(tx);
      if (!account) throw notFound();
      if (await this.reach.reaches(tx, account, email)) throw addressNotPrivate();
      await this.addresses.propose(tx, { id: reference.addressId, email }, accountEntry('account.private-address-proposed', accountId));
      await enqueueMail(tx, confirmAddressMail, { to: email, locale: account.locale, facts: { accountId, addressId: reference.addressId } });
    });
  }

  /**
   * The address says yes.
   * @throws {DomainError} 410 where the link no longer works
   */
  async confirm(token: string): Promise<void> {
    const [accountId, addressId] = this.tokens.open(PRIVATE_ADDRESS_TOKEN, token) ?? [];
    if (!isId(accountId) || !isId(addressId)) throw linkSpent();
    await this.database.account(accountId, async (tx) => {
      const { confirmed } = await this.addresses.all(tx);
      if (!(await this.addresses.confirm(tx, addressId, accountEntry('account.private-address-confirmed', accountId)))) throw linkSpent();
      await this.tell(tx, { before: confirmed, removed: false });
    });
  }

  /** Removes the address, and one that waits. */
  async remove({ accountId, key }: SessionAct): Promise<void> {
    await this.database.account(accountId, async (tx) => {
      if ((await once(tx, { key, operation: REMOVE, fingerprint: fingerprintOf(REMOVE) }, {})).replayed) return;
      const { confirmed } = await this.addresses.all(tx);
      await this.addresses.remove(tx, accountEntry('account.private-address-removed', accountId));
      if (confirmed !== null) await this.tell(tx, { before: confirmed, removed: true });
    });
  }

  private async tell(tx: AccountTransaction, { before, removed }: { before: string | null; removed: boolean }): Promise<void> {
    const account = await this.accounts.atDoor(tx);
    if (!account) return;
    const facts = { at: tx.at.toString(), removed };
    for (const to of [account.email, ...(before === null ? [] : [before])])
      await enqueueMail(tx, privateAddressChangedMail, { to, locale: account.locale, facts });
  }
}
