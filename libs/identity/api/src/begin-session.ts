import { Injectable, Optional } from '@nestjs/common';
import { type EntryProof } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import type { SessionRules } from '@smartpar/identity/model';
import { newId } from '@smartpar/kernel';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { purgeIdempotencyKeys } from '@smartpar/platform/http';
import { enqueueMail } from '@smartpar/platform/mail';
import { AccountMembershipsRepository } from './account-memberships.repository';
import type { AccountAtDoor } from './accounts.repository';
import { deviceOf } from './device';
import { DeviceCookie } from './device-cookie';
import { IdentityConfiguration } from './identity-configuration';
import { newSignInMail } from './mails/sign-in.mail';
import { networkPrefix } from './network-prefix';
import { Invitations } from './ports';
import { makeSessionSecret } from './session-cookie';
import type { SessionRow } from './session.entity';
import { SessionUseRepository } from './session-use.repository';
import { SessionsRepository } from './sessions.repository';

/** Where an attempt to sign in comes from. */
export interface SignInOrigin {
  /** network address */
  readonly network: string | undefined;
  readonly userAgent: string | undefined;
  readonly deviceCookie: string | undefined;
}

/** A session that has begun. */
export interface BegunSession {
  readonly kind: 'session';
  readonly session: SessionRow;
  /** value of the session cookie */
  readonly cookie: string;
  /** value of the device cookie; `null` on a shared computer, which must not be remembered */
  readonly deviceCookie: string | null;
}

/** A session to be begun. */
export interface SessionToBegin {
  readonly account: AccountAtDoor;
  readonly sharedComputer: boolean;
  /** the device signed in with this address before */
  readonly deviceKnown: boolean;
  readonly origin: SignInOrigin;
  readonly proof: EntryProof;
}

/** Begins a session nobody could have known before, once everything asked for was proved. */
@Injectable()
export class BeginSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly use: SessionUseRepository,
    private readonly devices: DeviceCookie,
    private readonly memberships: AccountMembershipsRepository,
    private readonly configuration: IdentityConfiguration,
    @Optional() private readonly invitations?: Invitations,
  ) {}

  /** Begins it, in the transaction that proved its holder; a device that was never seen is told to them. */
  async run(tx: AccountTransaction, beginning: SessionToBegin): Promise<BegunSession> {
    const { account, sharedComputer, deviceKnown } = beginning;
    const { cookie, hash } = makeSessionSecret(account.id);
    const session = sessionOf(tx, hash, beginning, this.configuration.sessions);
    const { browser, system } = session;
    await Promise.all([
      this.use.forgetDead(tx, this.configuration.sessions),
      purgeIdempotencyKeys(tx),
      this.sessions.insert(tx, session, signedIn(session, deviceKnown)),
      !deviceKnown && enqueueMail(tx, newSignInMail, { to: account.email, locale: account.locale, facts: { at: tx.at.toString(), browser, system } }),
    ]);
    return { kind: 'session', session, cookie, deviceCookie: sharedComputer ? null : this.devices.make(account.email) };
  }

  /** Somebody invited who came has accepted. A session that a reset opened proves nothing of the sort. */
  async acceptInvitations({ accountId, onlyIn }: Pick<SessionRow, 'accountId' | 'onlyIn'>): Promise<void> {
    if (!this.invitations || onlyIn !== null) return;
    const memberships = await this.database.account(accountId, (tx) => this.memberships.all(tx));
    for (const membership of memberships) if (membership.status === 'invited') await this.invitations.accept(accountId, membership);
  }
}

function sessionOf(tx: AccountTransaction, secretHash: Buffer, { sharedComputer, origin, proof }: SessionToBegin, { freshFor }: SessionRules): SessionRow {
  return {
    accountId: tx.accountId,
    id: newId(),
    secretHash,
    sharedComputer,
    ...deviceOf(origin.userAgent),
    network: networkPrefix(origin.network),
    createdAt: tx.at,
    lastSeenAt: tx.at,
    freshUntil: tx.at.add(freshFor),
    provedAt: tx.at,
    factorSince: proof.factorSince,
    onlyIn: proof.onlyIn,
  };
}

const signedIn = ({ id, sharedComputer, factorSince, onlyIn }: SessionRow, deviceKnown: boolean): AuditEntry => ({
  action: 'account.signed-in',
  target: { noun: 'session', id },
  facts: { sharedComputer, deviceKnown, ...(factorSince !== null && { secondFactor: true }), ...(onlyIn !== null && { onlyIn }) },
});
