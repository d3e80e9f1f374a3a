import { Injectable } from '@nestjs/common';
import { type PasswordChange, passwordUnfit } from '@smartpar/identity/model';
import type { AccountTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { enqueueMail } from '@smartpar/platform/mail';
import { accountEntry } from './account-entry';
import type { AccountAtDoor } from './accounts.repository';
import { ConfirmPassword } from './confirm-password';
import { CredentialsRepository } from './credentials.repository';
import { JudgePassword } from './judge-password';
import { passwordChangedMail } from './mails/password-changed.mail';
import { PasswordHash } from './password-hash';
import type { SessionAct } from './session-act';
import { SessionCache } from './session-cache';
import { SessionsRepository } from './sessions.repository';

const OPERATION = 'account.change-password';

/** Changes the password of somebody signed in who knows the current one; all other sessions end. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly confirm: ConfirmPassword,
    private readonly credentials: CredentialsRepository,
    private readonly sessions: SessionsRepository,
    private readonly judge: JudgePassword,
    private readonly hashes: PasswordHash,
    private readonly cache: SessionCache,
  ) {}

  /** @throws {DomainError} 422 where the current password is wrong or the new one unfit */
  async run({ accountId, sessionId, key }: SessionAct, { currentPassword, newPassword }: PasswordChange): Promise<void> {
    await this.confirm.run(
      { accountId, password: currentPassword, field: 'currentPassword' },
      // The passwords are left out of the fingerprint: a fast hash of them must not be stored.
      async (tx) => !(await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION) }, {})).replayed,
      async (tx, account) => {
        await this.refuseUnfit(tx, account, newPassword);
        await this.change(tx, { account, newPassword, sessionId });
      },
    );
    this.cache.drop(accountId);
  }

  private async refuseUnfit(tx: AccountTransaction, account: AccountAtDoor, newPassword: string): Promise<void> {
    if (await this.hashes.matches(account.passwordHash, newPassword)) throw passwordUnfit('unchanged');
    await this.judge.require(tx, account, newPassword);
  }

  private async change(
    tx: AccountTransaction,
    { account, newPassword, sessionId }: { account: AccountAtDoor; newPassword: string; sessionId: string },
  ): Promise<void> {
    await this.credentials.setHash(tx, await this.hashes.hash(newPassword), accountEntry('account.password-changed', account.id, { byLink: false }));
    await this.sessions.endOthers(tx, sessionId, accountEntry('account.sessions-ended', account.id, { because: 'password-changed' }));
    await enqueueMail(tx, passwordChangedMail, { to: account.email, locale: account.locale, facts: { at: tx.at.toString(), byLink: false } });
  }
}
