import { Injectable } from '@nestjs/common';
import { ActorSource, notSignedIn } from '@smartpar/access/api';
import { type CurrentSession, endOf, isLive, type Membership, type SessionList } from '@smartpar/identity/model';
import { Database } from '@smartpar/platform/database';
import { AccountMembershipsRepository } from './account-memberships.repository';
import { AccountsRepository } from './accounts.repository';
import { IdentityConfiguration } from './identity-configuration';
import type { SessionRow } from './session.entity';
import { SessionsRepository } from './sessions.repository';

/** Shows somebody signed in who they are here, where they may go and where else they are signed in. */
@Injectable()
export class ShowSessions {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly memberships: AccountMembershipsRepository,
    private readonly sessions: SessionsRepository,
    private readonly actors: ActorSource,
    private readonly configuration: IdentityConfiguration,
  ) {}

  /** Who is signed in, by which session, and where they may act. */
  async current(accountId: string, sessionId: string): Promise<CurrentSession> {
    const { account, session, memberships } = await this.database.account(accountId, async (tx) => {
      const [holder, listed, sessions] = await Promise.all([this.accounts.atDoor(tx), this.memberships.all(tx), this.sessions.all(tx)]);
      const current = sessions.find(({ id }) => id === sessionId);
      if (!holder || !current) throw notSignedIn();
      return { account: holder, session: current, memberships: listed };
    });
    const entered = await Promise.all(memberships.map((membership) => this.entered(accountId, membership)));
    return {
      account: { id: account.id, email: account.email, name: account.name, locale: account.locale },
      sessionId: session.id,
      sharedComputer: session.sharedComputer,
      endsAt: endOf(session, this.configuration.sessions).toString(),
      freshUntil: session.freshUntil.toString(),
      memberships: entered.filter((membership) => membership !== null),
    };
  }

  /** The account's own list names organizations; whether one may act there, and as what, only the members themselves say. */
  private async entered(
    accountId: string,
    { organizationId, memberId, organizationName, kind }: Membership,
  ): Promise<CurrentSession['memberships'][number] | null> {
    const actor = await this.actors.actorOf(accountId, organizationId);
    return actor && { organizationId, memberId, organizationName, kind, roles: [...actor.roles] };
  }

  /** Everywhere the account is signed in. */
  async all(accountId: string, currentId: string): Promise<SessionList> {
    return this.database.account(accountId, async (tx) => {
      const sessions = await this.sessions.all(tx);
      const live = sessions.filter((session) => isLive(session, this.configuration.sessions, tx.at));
      return { items: live.map((session) => lineOf(session, currentId)) };
    });
  }
}

const lineOf = ({ id, browser, system, network, sharedComputer, createdAt, lastSeenAt }: SessionRow, currentId: string): SessionList['items'][number] => ({
  id,
  browser,
  system,
  network,
  sharedComputer,
  createdAt: createdAt.toString(),
  lastSeenAt: lastSeenAt.toString(),
  current: id === currentId,
});
