import { Injectable } from '@nestjs/common';
import { ActorSource, EntryRules, notSignedIn } from '@smartpar/access/api';
import { mayEnter } from '@smartpar/access/model';
import { type CurrentSession, endOf, isLive, type Membership, type SessionList } from '@smartpar/identity/model';
import { Time } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { AccountMembershipsRepository } from './account-memberships.repository';
import { AccountsRepository } from './accounts.repository';
import { IdentityConfiguration } from './identity-configuration';
import type { SessionRow } from './session.entity';
import { SecondFactorsRepository } from './second-factors.repository';
import { SessionsRepository } from './sessions.repository';

/** Shows somebody signed in who they are here, where they may go and where else they are signed in. */
@Injectable()
export class ShowSessions {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly memberships: AccountMembershipsRepository,
    private readonly sessions: SessionsRepository,
    private readonly factors: SecondFactorsRepository,
    private readonly actors: ActorSource,
    private readonly rules: EntryRules,
    private readonly configuration: IdentityConfiguration,
    private readonly time: Time,
  ) {}

  /** Who is signed in, by which session, and where they may act. */
  async current(accountId: string, sessionId: string): Promise<CurrentSession> {
    const { account, session, memberships, secondFactor } = await this.database.account(accountId, async (tx) => {
      const [holder, listed, sessions, factors] = await Promise.all([
        this.accounts.atDoor(tx),
        this.memberships.all(tx),
        this.sessions.all(tx),
        this.factors.active(tx),
      ]);
      const current = sessions.find(({ id }) => id === sessionId);
      if (!holder || !current) throw notSignedIn();
      const secondFactor = factors.some(({ organizationId }) => organizationId === current.onlyIn);
      return { account: holder, session: current, memberships: listed, secondFactor };
    });
    const reached = memberships.filter(({ organizationId }) => (session.onlyIn ?? organizationId) === organizationId);
    const entered = await Promise.all(reached.map((membership) => this.entered(session, membership)));
    return {
      account: { id: account.id, email: account.email, name: account.name, locale: account.locale },
      sessionId: session.id,
      sharedComputer: session.sharedComputer,
      endsAt: endOf(session, this.configuration.sessions).toString(),
      freshUntil: session.freshUntil.toString(),
      secondFactor,
      onlyIn: session.onlyIn,
      memberships: entered.filter((membership) => membership !== null),
    };
  }

  /** The account's own list names organizations; whether one may act there, and as what, only the members themselves say. */
  private async entered(
    session: SessionRow,
    { organizationId, memberId, organizationName, kind }: Membership,
  ): Promise<CurrentSession['memberships'][number] | null> {
    const actor = await this.actors.actorOf(session.accountId, organizationId);
    if (actor === null) return null;
    const conditions = await this.rules.conditionsFor(actor);
    const entry = { mayEnter: mayEnter(conditions, session, this.time.now()), factorFrom: conditions.factorFrom?.toString() ?? null };
    return { organizationId, memberId, organizationName, kind, roles: [...actor.roles], ...(actor.held !== undefined && { further: true }), ...entry };
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
