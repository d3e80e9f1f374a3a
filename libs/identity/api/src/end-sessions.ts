import { Injectable } from '@nestjs/common';
import { notFound } from '@smartpar/kernel';
import { type AccountTransaction, Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { enqueueMail } from '@smartpar/platform/mail';
import { accountEntry } from './account-entry';
import { AccountsRepository } from './accounts.repository';
import { sessionsEndedMail } from './mails/sign-in.mail';
import type { SessionAct } from './session-act';
import { SessionCache } from './session-cache';
import { SessionsRepository } from './sessions.repository';
import { SignInPassport } from './sign-in-passport';

const END_ONE = 'account.end-session';
const END_OTHERS = 'account.end-other-sessions';

/** Signs out: here, in another place, or everywhere else. It takes effect at once, in every process. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly cache: SessionCache,
    private readonly passport: SignInPassport,
  ) {}

  /** Ends the session a browser still had when it got a new one. */
  async replace(cookie: string | undefined): Promise<void> {
    const before = await this.passport.bySession(cookie);
    if (before) await this.signOut({ accountId: before.accountId, sessionId: before.id });
  }

  /** Ends the session that asks. */
  async signOut({ accountId, sessionId }: Omit<SessionAct, 'key'>): Promise<void> {
    await this.database.account(accountId, (tx) =>
      this.sessions.end(tx, sessionId, { action: 'account.signed-out', target: { noun: 'session', id: sessionId }, facts: {} }),
    );
    this.cache.drop(accountId);
  }

  /**
   * Ends one session of the account.
   * @throws {DomainError} 404 where the account has no such session
   */
  async endOne(act: SessionAct, sessionId: string): Promise<void> {
    if (sessionId === act.sessionId) return this.signOut(act);
    await this.database.account(act.accountId, async (tx) => {
      const { replayed } = await once(tx, { key: act.key, operation: END_ONE, fingerprint: fingerprintOf(END_ONE, sessionId) }, {});
      if (replayed) return;
      const there = await this.sessions.end(tx, sessionId, { action: 'account.session-ended', target: { noun: 'session', id: sessionId }, facts: {} });
      if (!there) throw notFound();
      await this.tellHolder(tx, 1);
    });
    this.cache.drop(act.accountId);
  }

  /** Ends all sessions of the account but the one that asks. */
  async endOthers(act: SessionAct): Promise<void> {
    await this.database.account(act.accountId, async (tx) => {
      const { replayed } = await once(tx, { key: act.key, operation: END_OTHERS, fingerprint: fingerprintOf(END_OTHERS, act.sessionId) }, {});
      if (replayed) return;
      const ended = await this.sessions.endOthers(tx, act.sessionId, accountEntry('account.sessions-ended', act.accountId, { because: 'asked' }));
      if (ended > 0) await this.tellHolder(tx, ended);
    });
    this.cache.drop(act.accountId);
  }

  private async tellHolder(tx: AccountTransaction, ended: number): Promise<void> {
    const account = await this.accounts.atDoor(tx);
    if (account) await enqueueMail(tx, sessionsEndedMail, { to: account.email, locale: account.locale, facts: { at: tx.at.toString(), ended } });
  }
}
