import { Injectable, Optional } from '@nestjs/common';
import type { AuditEntry } from '@smartpar/audit/model';
import { recordPlatformEntry } from '@smartpar/audit/api';
import { FRESH_FOR, type SignIn as SignInMessage, signInRefused } from '@smartpar/identity/model';
import { newId } from '@smartpar/kernel';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { purgeIdempotencyKeys } from '@smartpar/platform/http';
import { enqueueMail } from '@smartpar/platform/mail';
import { AccountMembershipsRepository } from './account-memberships.repository';
import type { AccountAtDoor } from './accounts.repository';
import { CredentialsRepository } from './credentials.repository';
import { DeviceCookie } from './device-cookie';
import { deviceOf } from './device';
import { IdentityConfiguration } from './identity-configuration';
import { newSignInMail } from './mails/sign-in.mail';
import { networkPrefix } from './network-prefix';
import { PasswordHash } from './password-hash';
import { Invitations } from './ports';
import { makeSessionSecret } from './session-cookie';
import type { SessionRow } from './session.entity';
import { SessionUseRepository } from './session-use.repository';
import { SessionsRepository } from './sessions.repository';
import { SignInPassport } from './sign-in-passport';
import { type CountedAttempt, SignInThrottle } from './sign-in-throttle';

/** Where an attempt to sign in comes from. */
export interface SignInOrigin {
  /** network address */
  readonly network: string | undefined;
  readonly userAgent: string | undefined;
  readonly deviceCookie: string | undefined;
}

/** A session that has begun. */
export interface BegunSession {
  readonly session: SessionRow;
  /** value of the session cookie */
  readonly cookie: string;
  /** value of the device cookie; `null` on a shared computer, which must not be remembered */
  readonly deviceCookie: string | null;
}

/** Signs in: counts the attempt, checks the password, begins a session nobody could have known before. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly passport: SignInPassport,
    private readonly throttle: SignInThrottle,
    private readonly sessions: SessionsRepository,
    private readonly use: SessionUseRepository,
    private readonly credentials: CredentialsRepository,
    private readonly hashes: PasswordHash,
    private readonly devices: DeviceCookie,
    private readonly memberships: AccountMembershipsRepository,
    private readonly configuration: IdentityConfiguration,
    @Optional() private readonly invitations?: Invitations,
  ) {}

  /** @throws {DomainError} 401 whichever part was wrong, 429 after too many attempts */
  async run(message: SignInMessage, origin: SignInOrigin): Promise<BegunSession> {
    const attempt = { email: message.email, network: origin.network, deviceKnown: this.devices.isKnown(origin.deviceCookie, message.email) };
    await this.throttle.admitSignIn(attempt);
    const { account, accountId } = await this.passport.byPassword(message.email, message.password);
    if (!account) {
      await this.database.global((tx) => recordPlatformEntry(tx, failure(accountId)));
      throw signInRefused();
    }
    const stronger = await this.strongerHash(account, message.password);
    const begun = await this.database.account(account.id, (tx) => this.begin(tx, { account, stronger, message, origin, attempt }));
    await this.acceptInvitations(account.id);
    return begun;
  }

  private async acceptInvitations(accountId: string): Promise<void> {
    if (!this.invitations) return;
    const memberships = await this.database.account(accountId, (tx) => this.memberships.all(tx));
    for (const membership of memberships) if (membership.status === 'invited') await this.invitations.accept(accountId, membership);
  }

  private async begin(tx: AccountTransaction, { account, stronger, message, origin, attempt }: Beginning): Promise<BegunSession> {
    const { cookie, hash } = makeSessionSecret(account.id);
    const session = sessionOf(tx, { secretHash: hash, message, origin });
    const { browser, system } = session;
    await Promise.all([
      this.use.forgetDead(tx, this.configuration.sessions),
      purgeIdempotencyKeys(tx),
      this.throttle.signInSucceeded(tx, attempt),
      this.sessions.insert(tx, session, signedIn(session, attempt)),
      stronger && this.credentials.strengthenHash(tx, stronger, entryOf('account.password-hash-strengthened', account.id)),
      !attempt.deviceKnown && enqueueMail(tx, newSignInMail, { to: account.email, locale: account.locale, facts: { at: tx.at.toString(), browser, system } }),
    ]);
    return { session, cookie, deviceCookie: message.sharedComputer ? null : this.devices.make(account.email) };
  }

  private async strongerHash({ passwordHash }: AccountAtDoor, password: string): Promise<{ before: string; after: string } | null> {
    if (passwordHash === null || !this.hashes.isOutdated(passwordHash)) return null;
    return { before: passwordHash, after: await this.hashes.hash(password) };
  }
}

interface Beginning {
  readonly account: AccountAtDoor;
  readonly stronger: { readonly before: string; readonly after: string } | null;
  readonly message: SignInMessage;
  readonly origin: SignInOrigin;
  readonly attempt: CountedAttempt;
}

function sessionOf(tx: AccountTransaction, { secretHash, message, origin }: { secretHash: Buffer; message: SignInMessage; origin: SignInOrigin }): SessionRow {
  return {
    accountId: tx.accountId,
    id: newId(),
    secretHash,
    sharedComputer: message.sharedComputer,
    ...deviceOf(origin.userAgent),
    network: networkPrefix(origin.network),
    createdAt: tx.at,
    lastSeenAt: tx.at,
    freshUntil: tx.at.add(FRESH_FOR),
  };
}

const entryOf = (action: string, accountId: string): AuditEntry => ({ action, target: { noun: 'account', id: accountId }, facts: {} });

const signedIn = (session: SessionRow, { deviceKnown }: CountedAttempt): AuditEntry => ({
  action: 'account.signed-in',
  target: { noun: 'session', id: session.id },
  facts: { sharedComputer: session.sharedComputer, deviceKnown },
});

/** Says whose account, if there is one; the address that was typed is nobody's business, it may even be a password. */
const failure = (accountId: string | null): AuditEntry => ({
  action: 'account.sign-in-failed',
  target: { noun: 'account', id: accountId ?? 'unknown' },
  facts: {},
});
