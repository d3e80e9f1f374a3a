import { Injectable } from '@nestjs/common';
import { addressTaken, type Membership, type PasswordLinkPurpose } from '@smartpar/identity/model';
import { newId, notFound, type Temporal } from '@smartpar/kernel';
import type { Locale } from '@smartpar/platform/contract';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { enqueueMail } from '@smartpar/platform/mail';
import { accountEntry } from './account-entry';
import { AccountMembershipsRepository } from './account-memberships.repository';
import { AccountsRepository } from './accounts.repository';
import { CredentialsRepository } from './credentials.repository';
import { firstPasswordMail, passwordResetMail } from './mails/password-reset.mail';
import { HalfSessionsRepository } from './half-sessions.repository';
import { PasswordHash } from './password-hash';
import { LINK_LIFETIME, PasswordLink } from './password-link';
import { PasswordResetsRepository } from './password-resets.repository';
import { SessionCache } from './session-cache';
import { SessionsRepository } from './sessions.repository';
import { TellHolder } from './tell-holder';
import { TurnOffSecondFactor } from './turn-off-second-factor';

/** An account to be made. */
export interface AccountToMake {
  readonly email: string;
  readonly name: string | null;
  readonly locale: Locale;
  /** without one, the holder chooses the first by a mailed link */
  readonly password?: string;
}

/** A link by which an account's holder chooses a password. */
export interface IssuedPasswordLink {
  /** good for the fragment of `/reset-password#t=` */
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
}

/** Accounts as operators and other parts of the product deal with them. Nothing here answers strangers. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly memberships: AccountMembershipsRepository,
    private readonly credentials: CredentialsRepository,
    private readonly resets: PasswordResetsRepository,
    private readonly sessions: SessionsRepository,
    private readonly links: PasswordLink,
    private readonly hashes: PasswordHash,
    private readonly halves: HalfSessionsRepository,
    private readonly factors: TurnOffSecondFactor,
    private readonly tell: TellHolder,
    private readonly cache: SessionCache,
  ) {}

  /** Finds the account of an address. */
  idOfAddress(email: string): Promise<string | null> {
    return this.database.global((tx) => this.accounts.idOfAddress(tx, email));
  }

  /**
   * Makes an account.
   * @returns its id
   * @throws {DomainError} 409 where the address has one already
   */
  async create(account: AccountToMake): Promise<string> {
    const { accountId, created } = await this.findOrCreate(account);
    if (!created) throw addressTaken();
    return accountId;
  }

  /** Finds the account of an address, or makes it. An account that is there already stays as it is. */
  async findOrCreate({ email, name, locale, password }: AccountToMake): Promise<{ accountId: string; created: boolean }> {
    const hash = password === undefined ? null : await this.hashes.hash(password);
    const accountId = newId();
    const holder = await this.idOfAddress(email);
    if (holder !== null) return { accountId: holder, created: false };
    return this.database.account(accountId, async (tx) => {
      const winner = await this.accounts.holderOfClaim(tx, email);
      if (winner !== accountId) return { accountId: winner, created: false };
      await this.accounts.insert(tx, { email, name, locale }, accountEntry('account.created', accountId));
      if (hash !== null) await this.credentials.setHash(tx, hash, accountEntry('account.password-changed', accountId, { byLink: false }));
      return { accountId, created: true };
    });
  }

  /**
   * Sets a password without asking anybody, for demo data and emergencies; all sessions end. What an operator sets is
   * theirs to answer for, so it is not judged.
   */
  async setPassword(accountId: string, password: string): Promise<void> {
    const hash = await this.hashes.hash(password);
    await this.database.account(accountId, async (tx) => {
      await this.credentials.setHash(tx, hash, accountEntry('account.password-changed', accountId, { byLink: false }));
      await this.sessions.endOthers(tx, null, accountEntry('account.sessions-ended', accountId, { because: 'password-changed' }));
    });
    this.cache.drop(accountId);
  }

  /**
   * Makes a link by which the account's holder chooses a password, and mails it to them.
   * @param purpose `first-password` works seven days, `reset` 30 minutes
   * @throws {DomainError} 404 where there is no such account
   */
  async issuePasswordLink(accountId: string, purpose: PasswordLinkPurpose): Promise<IssuedPasswordLink> {
    return this.database.account(accountId, async (tx) => {
      const account = await this.accounts.atDoor(tx);
      if (!account) throw notFound();
      const link = this.links.plan(purpose, tx.at);
      await this.resets.make(tx, link, accountEntry('account.password-link-issued', accountId, { purpose }));
      await mailLink(tx, { to: account.email, locale: account.locale }, { purpose, resetId: link.id });
      return { token: this.links.tokenOf({ accountId, resetId: link.id }), expiresAt: link.expiresAt };
    });
  }

  /** Ends all sessions and voids every password link, for emergencies. */
  async revokeEverything(accountId: string): Promise<void> {
    await this.database.account(accountId, async (tx) => {
      await this.resets.revoke(tx, accountEntry('account.password-links-revoked', accountId));
      await this.halves.endAll(tx, accountEntry('account.half-sessions-ended', accountId));
      await this.sessions.endOthers(tx, null, accountEntry('account.sessions-ended', accountId, { because: 'revoked' }));
    });
    this.cache.drop(accountId);
  }

  /**
   * Removes the second factor of somebody who lost every way to prove themself, and ends all sessions; who asks has to be
   * checked outside of the product.
   * @throws {DomainError} 409 where there is none
   */
  async removeSecondFactor(accountId: string): Promise<void> {
    await this.database.account(accountId, async (tx) => {
      await this.tell.run(tx, { what: 'reset-by-operator', organization: null });
      await this.factors.removeAll(tx);
      await this.sessions.endOthers(tx, null, accountEntry('account.sessions-ended', accountId, { because: 'second-factor-removed' }));
    });
    this.cache.drop(accountId);
  }

  /** Writes down that an account is a member somewhere. Access asks the members themselves; this is the holder's own list. */
  async linkMembership(accountId: string, membership: Membership): Promise<void> {
    await this.database.account(accountId, (tx) => this.memberships.keep(tx, accountId, membership));
  }
}

async function mailLink(
  tx: AccountTransaction,
  reader: { to: string; locale: Locale },
  { purpose, resetId }: { purpose: PasswordLinkPurpose; resetId: string },
): Promise<void> {
  const ids = { accountId: tx.accountId, resetId };
  if (purpose === 'reset') await enqueueMail(tx, passwordResetMail, { ...reader, facts: { ...ids, minutes: LINK_LIFETIME.reset.total('minutes') } });
  else await enqueueMail(tx, firstPasswordMail, { ...reader, facts: { ...ids, days: LINK_LIFETIME['first-password'].total('hours') / 24 } });
}
