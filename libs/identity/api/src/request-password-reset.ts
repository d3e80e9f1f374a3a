import { Injectable } from '@nestjs/common';
import { newId } from '@smartpar/kernel';
import { DEFAULT_LOCALE } from '@smartpar/platform/contract';
import { Database } from '@smartpar/platform/database';
import { enqueueMail } from '@smartpar/platform/mail';
import type { AuditEntry } from '@smartpar/audit/model';
import { AccountsRepository } from './accounts.repository';
import { passwordResetMail } from './mails/password-reset.mail';
import { LINK_LIFETIME, PasswordLink } from './password-link';
import { PasswordResetsRepository } from './password-resets.repository';
import { SignInThrottle } from './sign-in-throttle';

/**
 * Mails a link for choosing a new password, if there is an account. With and without one the same statements run and the
 * same answer is given: without, they make nothing and mail nobody.
 */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly database: Database,
    private readonly throttle: SignInThrottle,
    private readonly accounts: AccountsRepository,
    private readonly resets: PasswordResetsRepository,
    private readonly links: PasswordLink,
  ) {}

  /**
   * @param email as typed
   * @param network address the wish comes from
   * @throws {DomainError} 429 where too many come from one network
   */
  async run(email: string, network: string | undefined): Promise<void> {
    if (!(await this.throttle.admitReset(email, network))) return;
    const accountId = await this.database.global((tx) => this.accounts.idOfAddress(tx, email));
    await this.database.account(accountId ?? newId(), async (tx) => {
      const link = this.links.plan('reset', tx.at);
      const account = await this.accounts.atDoor(tx);
      await this.resets.make(tx, link, requested(accountId));
      await enqueueMail(tx, passwordResetMail, {
        to: account?.email ?? null,
        locale: account?.locale ?? DEFAULT_LOCALE,
        facts: { accountId: tx.accountId, resetId: link.id, minutes: LINK_LIFETIME.reset.total('minutes') },
      });
    });
  }
}

const requested = (accountId: string | null): AuditEntry => ({
  action: 'account.password-reset-requested',
  target: { noun: 'account', id: accountId ?? 'unknown' },
  facts: {},
});
