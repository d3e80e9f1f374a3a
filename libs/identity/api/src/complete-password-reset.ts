import { Injectable } from '@nestjs/common';
import { linkSpent, type OpenedPasswordReset, type PasswordResetCompletion } from '@smartpar/identity/model';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { enqueueMail } from '@smartpar/platform/mail';
import { accountEntry } from './account-entry';
import { CredentialsRepository } from './credentials.repository';
import { JudgePassword } from './judge-password';
import { passwordChangedMail } from './mails/password-changed.mail';
import { PasswordHash } from './password-hash';
import { PasswordLink, type WorkingPasswordLink } from './password-link';
import { PasswordResetsRepository } from './password-resets.repository';
import { SessionCache } from './session-cache';
import { SessionsRepository } from './sessions.repository';
import { SignInThrottle } from './sign-in-throttle';

/** Lets the holder of a mailed link choose a password, once; all sessions end. */
@Injectable()
export class CompletePasswordReset {
  constructor(
    private readonly database: Database,
    private readonly links: PasswordLink,
    private readonly resets: PasswordResetsRepository,
    private readonly credentials: CredentialsRepository,
    private readonly sessions: SessionsRepository,
    private readonly judge: JudgePassword,
    private readonly hashes: PasswordHash,
    private readonly throttle: SignInThrottle,
    private readonly cache: SessionCache,
  ) {}

  /**
   * Says what a link is good for. Opening spends nothing: mail scanners open links too.
   * @throws {DomainError} 410 where it no longer works
   */
  async open(token: string): Promise<OpenedPasswordReset> {
    const claim = this.links.read(token);
    const { link, account } = await this.database.account(claim.accountId, (tx) => this.links.find(tx, claim));
    return { purpose: link.purpose, email: account.email, name: account.name, expiresAt: link.expiresAt.toString() };
  }

  /**
   * Chooses the password and spends the link.
   * @throws {DomainError} 410 where the link no longer works, 422 where the password is unfit: then the link still works
   */
  async run({ token, newPassword }: PasswordResetCompletion): Promise<void> {
    const claim = this.links.read(token);
    await this.database.account(claim.accountId, async (tx) => {
      const found = await this.links.find(tx, claim);
      await this.judge.require(tx, found.account, newPassword);
      const hash = await this.hashes.hash(newPassword);
      const spent = await this.resets.spend(tx, claim.resetId, accountEntry('account.password-link-used', claim.accountId, { purpose: found.link.purpose }));
      if (!spent) throw linkSpent();
      await this.choose(tx, found, hash);
    });
    this.cache.drop(claim.accountId);
  }

  private async choose(tx: AccountTransaction, { account }: WorkingPasswordLink, hash: string): Promise<void> {
    await this.credentials.setHash(tx, hash, accountEntry('account.password-changed', account.id, { byLink: true }));
    await this.sessions.endOthers(tx, null, accountEntry('account.sessions-ended', account.id, { because: 'password-changed' }));
    await this.throttle.addressProved(tx, account);
    await enqueueMail(tx, passwordChangedMail, { to: account.email, locale: account.locale, facts: { at: tx.at.toString(), byLink: true } });
  }
}
