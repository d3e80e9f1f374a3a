import { Injectable, Optional } from '@nestjs/common';
import { forgetAccount } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { addressNotOfDomain, addressTaken, unknownToMove } from '@smartpar/identity/model';
import { domainOf, foldAddress, type Locale } from '@smartpar/platform/contract';
import { asAccount, Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { enqueueMail } from '@smartpar/platform/mail';
import { AddressChangesRepository } from './address-changes.repository';
import { signInAddressChangedMail } from './mails/sign-in-address.mail';
import { MemberAccounts, ProvedDomains } from './ports';

const OPERATION = 'sign-in-address.change';

/** Where the holder of an account is told. */
interface Holder {
  readonly email: string;
  readonly locale: Locale;
  readonly privateEmail: string | null;
}

/**
 * Gives a member another address to sign in with, within the domains the organization has proved: it could read the mails there anyway. Password and
 * second factor stay the holder's, who is told at every address they have. An address elsewhere, or a proof that is missing, is out of its reach.
 */
@Injectable()
export class ChangeMemberAddress {
  constructor(
    private readonly database: Database,
    private readonly changes: AddressChangesRepository,
    @Optional() private readonly members?: MemberAccounts,
    @Optional() private readonly domains?: ProvedDomains,
  ) {}

  /** @throws {DomainError} 422 where there is no such member, or an address out of reach; 409 where another account has the address */
  async run(actor: MemberActor, { memberNumber, email }: { readonly memberNumber: string; readonly email: string }, key: string): Promise<void> {
    await this.database.tenant(actor, async (tx) => {
      const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, memberNumber, email) };
      if ((await once(tx, attempt, {})).replayed) return;
      const member = (await this.members?.byNumber(tx, memberNumber)) ?? null;
      if (member === null || member.memberId === actor.memberId) throw unknownToMove();
      const { accountId } = member;
      const holder = accountId === null ? null : await this.holderOf(tx, accountId);
      if (accountId === null || holder === null || !(await this.mayMove(tx, holder.email, email))) throw addressNotOfDomain();
      const entry = { action: 'member.sign-in-address-changed', target: { noun: 'member', id: member.memberId }, facts: {} };
      if (!(await this.changes.moveWithin(tx, accountId, { from: holder.email, to: email }, entry))) throw addressTaken();
      await forgetAccount(tx, accountId);
      const facts = { at: tx.at.toString() };
      for (const to of new Set([holder.email, email, ...(holder.privateEmail === null ? [] : [holder.privateEmail])]))
        await enqueueMail(tx, signInAddressChangedMail, { to, locale: holder.locale, facts });
    });
  }

  /** Both addresses lie in domains the organization has proved, and whose proof is there now. */
  private async mayMove(tx: TenantTransaction, from: string, to: string): Promise<boolean> {
    if (foldAddress(from) === foldAddress(to)) return false;
    for (const domain of new Set([domainOf(from), domainOf(to)])) if ((await this.domains?.isSound(tx, domain)) !== true) return false;
    return true;
  }

  private async holderOf(tx: TenantTransaction, accountId: string): Promise<Holder | null> {
    const [holder] = await asAccount(tx, accountId, () =>
      tx.query<Holder>(
        `select a.email, a.locale, (select p.email from private_addresses p where p.account_id = a.account_id and p.confirmed) as "privateEmail"
         from accounts a where a.account_id = $1`,
        [accountId],
      ),
    );
    return holder ?? null;
  }
}
