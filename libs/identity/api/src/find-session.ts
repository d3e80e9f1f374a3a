import { Injectable } from '@nestjs/common';
import { isLive, shouldBeNoted } from '@smartpar/identity/model';
import { Time } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { IdentityConfiguration } from './identity-configuration';
import { SessionCache } from './session-cache';
import { readSessionCookie, type SessionClaim } from './session-cookie';
import type { SessionRow } from './session.entity';
import { SessionUseRepository } from './session-use.repository';
import { SessionsRepository } from './sessions.repository';

/** Finds the session a cookie proves, and keeps it alive. */
@Injectable()
export class FindSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly use: SessionUseRepository,
    private readonly cache: SessionCache,
    private readonly time: Time,
    private readonly configuration: IdentityConfiguration,
  ) {}

  /**
   * @param cookie value of the session cookie, if there is one
   * @returns `null` for no session, one that is over and anything that never was one
   */
  async byCookie(cookie: string | undefined): Promise<SessionRow | null> {
    const claim = readSessionCookie(cookie);
    if (!claim) return null;
    const session = await this.liveSession(claim);
    return session && (await this.keepAlive(session)) ? session : null;
  }

  /** Another process may have noted later use than this one remembers, so only the database can say that a session is over. */
  private async liveSession(claim: SessionClaim): Promise<SessionRow | null> {
    const load = () => this.database.account(claim.accountId, (tx) => this.sessions.bySecret(tx, claim.secretHash));
    const remembered = await this.cache.find(claim, load);
    if (!remembered || this.lives(remembered)) return remembered;
    const stored = await this.cache.reload(claim, load);
    return stored && this.lives(stored) ? stored : null;
  }

  private lives(session: SessionRow): boolean {
    return isLive(session, this.configuration.sessions, this.time.now());
  }

  private async keepAlive(session: SessionRow): Promise<boolean> {
    const now = this.time.now();
    if (!shouldBeNoted(session, now)) return true;
    session.lastSeenAt = now;
    const there = await this.database.account(session.accountId, (tx) => this.use.note(tx, session.id));
    if (!there) this.cache.drop(session.accountId);
    return there;
  }
}
