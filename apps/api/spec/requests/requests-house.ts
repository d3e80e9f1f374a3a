import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ACCESS_RULES, AccessModule, ActorSource, EvaluationsOfTheLog, SessionSource, type SignedInAccount } from '@smartpar/access/api';
import { abilitiesAccess, type Role, systemActor } from '@smartpar/access/model';
import { ActorLines, AuditModule, LogEvaluations } from '@smartpar/audit/api';
import { auditEntryAccess } from '@smartpar/audit/model';
import { AccountMembershipsRepository, DomainAccounts, identityEntities } from '@smartpar/identity/api';
import { FakeTime, newId, Temporal, Time } from '@smartpar/kernel';
import {
  AccountMemberships,
  AddMembers,
  JoinByClaim,
  KeepRoles,
  LinkAccount,
  MemberActors,
  MemberFactsQuery,
  MemberLines,
  membersEntities,
  MembershipLines,
  MembersModule,
  OrganizationNames,
} from '@smartpar/members/api';
import {
  AddVerifiedDomain,
  ClaimableAccounts,
  ClaimedMembers,
  CreateOrganization,
  EnsureInstallation,
  KnownMembers,
  NameListeners,
  NamePrivacyContact,
  OrganizationFactsQuery,
  organizationsEntities,
  OrganizationsModule,
} from '@smartpar/organizations/api';
import { membersAccess } from '@smartpar/members/model';
import { type NewOrganization, organizationsAccess } from '@smartpar/organizations/model';
import { Database, type Installation } from '@smartpar/platform/database';
import { createServer, KeyRing, LinkTokens, makeLog, Metrics, Readiness } from '@smartpar/platform/http';
import { PerformDueWork } from '@smartpar/platform/jobs';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import { Administrators, Answerers, Matches, type NewRequest, OpenRequest, requestsEntities, RequestsModule, RequestsWork } from '@smartpar/requests/api';
import { newReference, requestsAccess } from '@smartpar/requests/model';
import pg from 'pg';
import { AdministratorFacts } from '../../src/wiring/administrator-facts';
import { AnswererFacts } from '../../src/wiring/answerer-facts';
import { QuestionMatches } from '../../src/wiring/question-matches';
import { Person } from '../organizations/person';

/** When every spec begins: a Monday. */
export const START = '2026-03-02T09:00:00Z';

/** Takes the session cookie for the account itself. */
class CookieIsAccount extends SessionSource {
  override authenticate(cookie: string | undefined): Promise<SignedInAccount | null> {
    return Promise.resolve(cookie === undefined ? null : { accountId: cookie, sessionId: cookie, freshUntil: Temporal.Instant.from('2030-01-01T00:00:00Z') });
  }
}

class AlwaysReady extends Readiness {
  override check(): Promise<readonly []> {
    return Promise.resolve([]);
  }
}

const RULES = [abilitiesAccess, auditEntryAccess, ...membersAccess, ...organizationsAccess, ...requestsAccess];

/** Wires the slices as the application does. */
@Global()
@Module({})
class Surroundings {
  static of(database: Database, time: Time, tokens: LinkTokens): DynamicModule {
    const providers = [
      { provide: Database, useValue: database },
      { provide: Time, useValue: time },
      { provide: LinkTokens, useValue: tokens },
      { provide: ACCESS_RULES, useValue: RULES },
      { provide: SessionSource, useValue: new CookieIsAccount() },
      { provide: AccountMemberships, useValue: new AccountMembershipsRepository() },
      { provide: ClaimableAccounts, useValue: new DomainAccounts() },
      { provide: ClaimedMembers, useExisting: JoinByClaim },
      { provide: ActorSource, useExisting: MemberActors },
      { provide: ActorLines, useExisting: MemberLines },
      { provide: LogEvaluations, useExisting: EvaluationsOfTheLog },
      { provide: OrganizationNames, useExisting: OrganizationFactsQuery },
      { provide: KnownMembers, useExisting: MemberFactsQuery },
      { provide: NameListeners, useExisting: MembershipLines },
      { provide: Administrators, useClass: AdministratorFacts },
      { provide: Answerers, useClass: AnswererFacts },
      { provide: Matches, useClass: QuestionMatches },
    ];
    const exports = providers.map(({ provide }) => provide);
    return { module: Surroundings, imports: [AccessModule, AuditModule, OrganizationsModule, MembersModule, RequestsModule], providers, exports };
  }
}

/** A mail that waits in the outbox. */
export interface WaitingMail {
  readonly to: string;
  readonly template: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** Organizations, members and requests over a database of their own. */
export class RequestsHouse {
  private made = 0;

  private constructor(
    private readonly fresh: FreshDatabase,
    private readonly owner: pg.Pool,
    readonly time: FakeTime,
    readonly database: Database,
    readonly app: NestFastifyApplication,
    readonly tokens: LinkTokens,
    readonly installation: Installation,
  ) {}

  static async start(): Promise<RequestsHouse> {
    const fresh = await freshDatabase();
    const owner = new pg.Pool({ connectionString: fresh.ownerUrl, max: 3 });
    const time = new FakeTime(START);
    const database = await Database.open({
      url: fresh.appUrl,
      time,
      entities: [...organizationsEntities, ...membersEntities, ...identityEntities, ...requestsEntities],
    });
    const tokens = new LinkTokens(KeyRing.parse(KeyRing.generate()));
    const app = await createServer(Surroundings.of(database, time, tokens), {
      version: 'spec',
      origins: ['http://localhost:3000'],
      tls: false,
      rateLimits: null,
      log: makeLog({ level: 'silent' }),
      metrics: new Metrics({ ofProcess: false }),
      readiness: new AlwaysReady(),
    });
    await app.init();
    const installation = await app
      .get(EnsureInstallation, { strict: false })
      .run({ mode: 'hosted', country: 'US', timeZone: 'America/New_York', locale: 'en' });
    return new RequestsHouse(fresh, owner, time, database, app, tokens, installation);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.close();
    await this.owner.end();
    await this.fresh.drop();
  }

  /** Something the application is made of. */
  get<T>(type: Type<T>): T {
    return this.app.get<T>(type, { strict: false });
  }

  /** A new organization of a customer. */
  organization(facts: Partial<NewOrganization> = {}): Promise<string> {
    const number = ++this.made;
    return this.get(CreateOrganization).run({
      name: `Larkspur ${number}`,
      slug: `larkspur-${number}`,
      kind: 'tenant',
      country: 'DE',
      timeZone: 'Europe/Berlin',
      locale: 'de',
      ...facts,
    });
  }

  /** Somebody who signs in and holds some roles in an organization. */
  async person(organizationId: string, roles: readonly Role[] = [], email = `person${++this.made}@larkspur.example`): Promise<Person> {
    const [added] = await this.get(AddMembers).run(organizationId, [{ email, firstName: 'Linden', lastName: `Ashgrove ${++this.made}`, locale: 'en' }]);
    if (added === undefined) throw new Error('Nobody was added.');
    const accountId = newId();
    await this.behindTheWall('app.account_id', accountId, (client) =>
      client.query(`insert into accounts (account_id, email, locale, created_at) values ($1, $2, 'en', now())`, [accountId, `${accountId}@mail.example`]),
    );
    await this.get(LinkAccount).run(organizationId, added.memberId, accountId);
    for (const role of roles) await this.get(KeepRoles).grant(systemActor(organizationId, 'spec'), added.memberId, role);
    return new Person(this.app, { organizationId, accountId, email, ...added });
  }

  /** Names the contact and, where wanted, who stands in. */
  async contact(organizationId: string, contact: Person | string, substitute?: Person | string): Promise<void> {
    const named = (who: Person | string) => ({
      memberId: typeof who === 'string' ? null : who.is.memberId,
      name: typeof who === 'string' ? 'Robin Vale' : 'Dana Reyes',
      email: typeof who === 'string' ? who : who.is.email,
      postalAddress: 'Quay 1, Bremen',
      languages: ['de', 'en'],
    });
    const owner = await this.person(organizationId, ['owner']);
    await this.get(NamePrivacyContact).run(
      owner.actor('owner'),
      { version: 1, contact: named(contact), substitute: substitute === undefined ? null : named(substitute) },
      newId(),
    );
  }

  /** Proves a domain to be an organization's. */
  domain(organizationId: string, domain: string): Promise<unknown> {
    return this.get(AddVerifiedDomain).run(organizationId, domain);
  }

  /** Opens a request, asked now unless told otherwise. @returns its id */
  async request(organizationId: string, facts: Partial<NewRequest> = {}): Promise<string> {
    const question: NewRequest = {
      id: newId(),
      reference: newReference(),
      kind: 'question',
      part: 'whole',
      member: null,
      identifier: 'kim@larkspur.example',
      proved: true,
      replyAddress: 'kim@home.example',
      locale: 'en',
      askedAt: this.time.now(),
      text: 'What do you hold about me?',
      aboutContact: false,
      typedOrganization: null,
      partOf: null,
      ...facts,
    };
    await this.database.tenant(systemActor(organizationId, 'spec'), (tx) => this.get(OpenRequest).run(tx, question));
    return question.id;
  }

  /** Does all work that has fallen due. @returns how many pieces */
  async work(): Promise<number> {
    const failures: unknown[] = [];
    const done = await new PerformDueWork(this.database, this.time, this.get(RequestsWork).kinds(), (_kind, error) => failures.push(error)).run();
    if (failures.length > 0) throw new AggregateError(failures, 'Work failed.');
    return done;
  }

  /** The mails that wait, oldest first, and empties the outbox. */
  mails(): Promise<WaitingMail[]> {
    return this.database.global(async (tx) => {
      const mails = await tx.query<WaitingMail>('select to_address as "to", template, facts from mail_outbox order by id');
      await tx.query('delete from mail_outbox');
      return mails;
    });
  }

  /** Rows of an organization as they lie in the database. */
  rows<R extends object>(organizationId: string, text: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.behindTheWall('app.organization_id', organizationId, async (client) => (await client.query<R>(text, [...values])).rows);
  }

  /** Does something while a table cannot be written. */
  async breaking(table: string, work: () => Promise<void>): Promise<void> {
    await this.owner.query(`revoke insert on ${table} from smartpar_app`);
    try {
      await work();
    } finally {
      await this.owner.query(`grant insert on ${table} to smartpar_app`);
    }
  }

  /** What an organization's log says of a request, oldest first. */
  async log(organizationId: string, requestId: string): Promise<string[]> {
    const entries = await this.rows<{ action: string }>(
      organizationId,
      'select action from audit_entries where organization_id = $1 and target_id = $2 order by id',
      [organizationId, requestId],
    );
    return entries.map(({ action }) => action);
  }

  private async behindTheWall<T>(setting: string, id: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.owner.connect();
    try {
      await client.query('begin');
      await client.query('select set_config($1, $2, true)', [setting, id]);
      return await work(client);
    } finally {
      await client.query('commit');
      client.release();
    }
  }
}
