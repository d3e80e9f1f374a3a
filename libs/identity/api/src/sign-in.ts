import { Injectable } from '@nestjs/common';
import { PASSWORD_ONLY } from '@smartpar/access/model';
import { recordPlatformEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { HALF_SESSION_LIFETIME, type SignIn as SignInMessage, signInRefused } from '@smartpar/identity/model';
import type { Temporal } from '@smartpar/kernel';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { accountEntry } from './account-entry';
import type { AccountAtDoor } from './accounts.repository';
import { BeginSession, type BegunSession, type SignInOrigin } from './begin-session';
import { CredentialsRepository } from './credentials.repository';
import { DeviceCookie } from './device-cookie';
import { HalfSessionsRepository } from './half-sessions.repository';
import { PasswordHash } from './password-hash';
import { makeSessionSecret } from './session-cookie';
import { SignInPassport } from './sign-in-passport';
import { type CountedAttempt, SignInThrottle } from './sign-in-throttle';

/** The password was right, and a code is asked for next. */
export interface BegunHalfSession {
  readonly kind: 'half-session';
  /** value of the half session's cookie */
  readonly cookie: string;
  readonly expiresAt: Temporal.Instant;
}

/** Signs in: counts the attempt, checks the password, begins a session, or half of one where a code has to follow. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly passport: SignInPassport,
    private readonly throttle: SignInThrottle,
    private readonly begin: BeginSession,
    private readonly halves: HalfSessionsRepository,
    private readonly credentials: CredentialsRepository,
    private readonly hashes: PasswordHash,
    private readonly devices: DeviceCookie,
  ) {}

  /** @throws {DomainError} 401 whichever part was wrong, 429 after too many attempts */
  async run(message: SignInMessage, origin: SignInOrigin): Promise<BegunSession | BegunHalfSession> {
    const attempt = { email: message.email, network: origin.network, deviceKnown: this.devices.isKnown(origin.deviceCookie, message.email) };
    await this.throttle.admitSignIn(attempt);
    const { account, accountId } = await this.passport.byPassword(message.email, message.password);
    if (!account) {
      await this.database.global((tx) => recordPlatformEntry(tx, failure(accountId)));
      throw signInRefused();
    }
    const stronger = await this.strongerHash(account, message.password);
    const begun = await this.database.account(account.id, (tx) => this.proceed(tx, { account, stronger, message, origin, attempt }));
    if (begun.kind === 'session') await this.begin.acceptInvitations(begun.session);
    return begun;
  }

  private async proceed(tx: AccountTransaction, { account, stronger, message, origin, attempt }: Beginning): Promise<BegunSession | BegunHalfSession> {
    const { deviceKnown } = attempt;
    const { sharedComputer } = message;
    const [begun] = await Promise.all([
      account.hasSecondFactor
        ? this.beginHalf(tx, { sharedComputer, deviceKnown })
        : this.begin.run(tx, { account, sharedComputer, deviceKnown, origin, proof: PASSWORD_ONLY }),
      this.throttle.signInSucceeded(tx, attempt),
      stronger && this.credentials.strengthenHash(tx, stronger, accountEntry('account.password-hash-strengthened', account.id)),
    ]);
    return begun;
  }

  private async beginHalf(tx: AccountTransaction, facts: { sharedComputer: boolean; deviceKnown: boolean }): Promise<BegunHalfSession> {
    const { cookie, hash } = makeSessionSecret(tx.accountId);
    await this.halves.begin(tx, { secretHash: hash, ...facts }, accountEntry('account.password-accepted', tx.accountId));
    return { kind: 'half-session', cookie, expiresAt: tx.at.add(HALF_SESSION_LIFETIME) };
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

/** Says whose account, if there is one; the address that was typed is nobody's business, it may even be a password. */
const failure = (accountId: string | null): AuditEntry => ({
  action: 'account.sign-in-failed',
  target: { noun: 'account', id: accountId ?? 'unknown' },
  facts: {},
});
