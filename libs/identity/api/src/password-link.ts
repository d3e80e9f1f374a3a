import { Injectable } from '@nestjs/common';
import { linkSpent, type PasswordLinkPurpose } from '@smartpar/identity/model';
import { isId, newId, Temporal } from '@smartpar/kernel';
import type { AccountTransaction } from '@smartpar/platform/database';
import { LinkTokens } from '@smartpar/platform/http';
import { type AccountAtDoor, AccountsRepository } from './accounts.repository';
import { PASSWORD_TOKEN } from './mails/password-reset.mail';
import type { PasswordResetRow } from './password-reset.entity';
import { type PasswordLinkToMake, PasswordResetsRepository } from './password-resets.repository';

/** How long a link works. */
export const LINK_LIFETIME: Readonly<Record<PasswordLinkPurpose, Temporal.Duration>> = {
  reset: Temporal.Duration.from({ minutes: 30 }),
  'first-password': Temporal.Duration.from({ hours: 168 }),
};

/** Whose password may be chosen by which link. */
export interface PasswordLinkClaim {
  readonly accountId: string;
  readonly resetId: string;
}

/** A link that works, and whose it is. */
export interface WorkingPasswordLink {
  readonly link: PasswordResetRow;
  readonly account: AccountAtDoor;
}

/** Reads and makes links by which a password may be chosen. */
@Injectable()
export class PasswordLink {
  constructor(
    private readonly tokens: LinkTokens,
    private readonly resets: PasswordResetsRepository,
    private readonly accounts: AccountsRepository,
  ) {}

  /**
   * Reads a token from outside.
   * @throws {DomainError} 410 for anything we did not make
   */
  read(token: string): PasswordLinkClaim {
    const [accountId, resetId] = this.tokens.open(PASSWORD_TOKEN, token) ?? [];
    if (!isId(accountId) || !isId(resetId)) throw linkSpent();
    return { accountId, resetId };
  }

  /**
   * Finds the link of a token. Nothing is spent.
   * @throws {DomainError} 410 where it no longer works
   */
  async find(tx: AccountTransaction, { resetId }: PasswordLinkClaim): Promise<WorkingPasswordLink> {
    const [link, account] = await Promise.all([this.resets.find(tx, resetId), this.accounts.atDoor(tx)]);
    if (!link || !account) throw linkSpent();
    return { link, account };
  }

  /** Plans a new link from now on. */
  plan(purpose: PasswordLinkPurpose, now: Temporal.Instant): PasswordLinkToMake {
    return { id: newId(), purpose, expiresAt: now.add(LINK_LIFETIME[purpose]) };
  }

  /** Makes the token of a link, for where it cannot be mailed. */
  tokenOf({ accountId, resetId }: PasswordLinkClaim): string {
    return this.tokens.make(PASSWORD_TOKEN, [accountId, resetId]);
  }
}
