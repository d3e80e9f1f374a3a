import { type ClassProvider, type DynamicModule, type ExistingProvider, Global, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  ACCESS_RULES,
  AccessModule,
  ActorSource,
  EvaluationsOfTheLog,
  INVALIDATION_CHANNEL,
  KnownActors,
  PresentActors,
  RoleHolders,
  RoleTakers,
  SessionSource,
  type SignedInAccount,
} from '@smartpar/access/api';
import { abilitiesAccess, type AccessRules, type Role, systemActor } from '@smartpar/access/model';
import { ActorLines, AuditModule, LogEvaluations } from '@smartpar/audit/api';
import { auditEntryAccess } from '@smartpar/audit/model';
import { AccountMembershipsRepository, DomainAccounts, identityEntities } from '@smartpar/identity/api';
import { FakeTime, newId, Temporal, Time } from '@smartpar/kernel';
import {
  AccountMemberships,
  ActiveHolders,
  AddMembers,
  JoinByClaim,
  KeepRoles,
  LinkAccount,
  MemberActors,
  MemberFactsQuery,
  MemberLines,
  MemberRoleTakers,
  membersEntities,
  MembersPresent,
  MembershipLines,
  MembersModule,
  OrganizationNames,
} from '@smartpar/members/api';
import {
  ClaimableAccounts,
  ClaimedMembers,
  CreateOrganization,
  DomainFiles,
  DomainProofs,
  EnsureInstallation,
  KnownMembers,
  NameListeners,
  OrganizationFactsQuery,
  organizationsEntities,
  OrganizationsModule,
} from '@smartpar/organizations/api';
import { type NewOrganization, organizationsAccess, type ProofFile, type TextRecords } from '@smartpar/organizations/model';
import { OversightModule } from '@smartpar/oversight/api';
import { oversightAccess } from '@smartpar/oversight/model';
import { Database, type Installation } from '@smartpar/platform/database';
import { PerformDueWork, type WorkKind } from '@smartpar/platform/jobs';
import { createServer, makeLog, Metrics, type Protocol, Readiness } from '@smartpar/platform/http';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import pg from 'pg';
import { Person } from './person';

const START = '2026-03-02T09:00:00Z';

/** Takes the session cookie for the account itself; an account that begins with `stale ` proved who it is long ago. */
class CookieIsAccount extends SessionSource {
  override authenticate(cookie: string | undefined): Promise<SignedInAccount | null> {
    if (cookie === undefined) return Promise.resolve(null);
    const [accountId = '', freshness] = cookie.split('.');
    const freshUntil = Temporal.Instant.from(freshness === 'stale' ? '2020-01-01T00:00:00Z' : '2030-01-01T00:00:00Z');
    return Promise.resolve({ accountId, sessionId: accountId, freshUntil });
  }
}

const RULES = [abilitiesAccess, auditEntryAccess, ...organizationsAccess, ...oversightAccess];

/** What a house has besides organizations, members and oversight. */
export interface Wing {
  readonly modules: readonly Type[];
  /** ports the modules ask */
  readonly wires: readonly (ExistingProvider | ClassProvider)[];
  readonly rules: readonly AccessRules[];
  /** protocols of others that are spoken beside the API */
  readonly protocols?: readonly Protocol[];
}

const NO_WING: Wing = { modules: [], wires: [], rules: [] };

/** Wires the slices as the application does, without requests. */
@Global()
@Module({})
class Surroundings {
  static of(database: Database, time: Time, wing: Wing): DynamicModule {
    const providers = [
      { provide: Database, useValue: database },
      { provide: Time, useValue: time },
      { provide: ACCESS_RULES, useValue: [...RULES, ...wing.rules] },
      { provide: SessionSource, useValue: new CookieIsAccount() },
      { provide: AccountMemberships, useValue: new AccountMembershipsRepository() },
      { provide: ClaimableAccounts, useValue: new DomainAccounts() },
      { provide: ClaimedMembers, useExisting: JoinByClaim },
      { provide: ActorSource, useExisting: MemberActors },
      { provide: PresentActors, useExisting: MembersPresent },
      { provide: RoleTakers, useExisting: MemberRoleTakers },
      { provide: RoleHolders, useExisting: ActiveHolders },
      { provide: ActorLines, useExisting: MemberLines },
      { provide: LogEvaluations, useExisting: EvaluationsOfTheLog },
      { provide: OrganizationNames, useExisting: OrganizationFactsQuery },
      { provide: KnownMembers, useExisting: MemberFactsQuery },
      { provide: NameListeners, useExisting: MembershipLines },
      ...wing.wires,
    ];
    const exports = providers.map(({ provide }) => provide);
    return {
      module: Surroundings,
      imports: [AccessModule, AuditModule, OrganizationsModule, MembersModule, OversightModule, ...wing.modules],
      providers,
      exports,
    };
  }
}

class AlwaysReady extends Readiness {
  override check(): Promise<readonly []> {
    return Promise.resolve([]);
  }
}

/** Organizations, members and oversight over a database of their own. */
export class House {
  /** text records as strangers publish them, by name */
  readonly published = new Map<string, TextRecords>();
  /** files as strangers publish them, by domain */
  readonly files = new Map<string, ProofFile>();
  /** names a name server was asked for */
  readonly lookedUp: string[] = [];
  private made = 0;

  private constructor(
    private readonly fresh: FreshDatabase,
    /** looks behind the walls */
    readonly owner: pg.Pool,
    readonly time: FakeTime,
    private readonly wing: Wing,
    readonly database: Database,
    readonly app: NestFastifyApplication,
  ) {}

  static async start(wing = NO_WING): Promise<House> {
    const fresh = await freshDatabase();
    const owner = new pg.Pool({ connectionString: fresh.ownerUrl, max: 3 });
    // the database may be dropped before the last of its connections has said goodbye
    owner.on('error', () => undefined);
    const time = new FakeTime(START);
    const { database, app } = await serve(fresh, time, wing);
    const house = new House(fresh, owner, time, wing, database, app);
    const textRecordsAt: DomainProofs['textRecordsAt'] = (name) => {
      house.lookedUp.push(name);
      return Promise.resolve(house.published.get(name) ?? { kind: 'none' });
    };
    const fileOf: DomainFiles['fileOf'] = (domain) => Promise.resolve(house.files.get(domain) ?? { kind: 'none' });
    Object.assign(house.get(DomainProofs), { textRecordsAt });
    Object.assign(house.get(DomainFiles), { fileOf });
    return house;
  }

  /** Another process on the same database, as a second server is: it shares nothing with this one but what the database tells. */
  async another(): Promise<{ readonly app: NestFastifyApplication; readonly stop: () => Promise<void> }> {
    const { database, app } = await serve(this.fresh, this.time, this.wing);
    return { app, stop: () => app.close().then(() => database.close()) };
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.close();
    await this.owner.end();
    await this.fresh.drop();
  }

  /** Something the application is made of. */
  get<T>(type: Type<T> | (abstract new (...parameters: never[]) => T)): T {
    return this.app.get<T>(type, { strict: false }); // as: abstract classes are tokens here, which Nest's types do not know
  }

  /** Sets the installation up, as a first start does. */
  installed(): Promise<Installation> {
    return this.get(EnsureInstallation).run({ mode: 'hosted', country: 'US', timeZone: 'America/New_York', locale: 'en' });
  }

  /** A new organization of a customer. */
  async organization(facts: Partial<NewOrganization> = {}): Promise<string> {
    await this.installed();
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
  async person(organizationId: string, ...roles: readonly Role[]): Promise<Person> {
    const number = ++this.made;
    const email = `person${number}@larkspur.example`;
    const [added] = await this.get(AddMembers).run(organizationId, [{ email, firstName: 'Linden', lastName: `Ashgrove ${number}`, locale: 'en' }]);
    if (added === undefined) throw new Error('Nobody was added.');
    const accountId = newId();
    await this.account(accountId);
    await this.get(LinkAccount).run(organizationId, added.memberId, accountId);
    for (const role of roles) await this.get(KeepRoles).grant(systemActor(organizationId, 'spec'), added.memberId, role);
    return new Person(this.app, { organizationId, accountId, email, ...added });
  }

  /** Performs what has fallen due, and hears what that tells. @returns how much that was; a failure fails the spec */
  async perform(kinds: readonly WorkKind[]): Promise<number> {
    const performed = await new PerformDueWork(this.database, this.time, kinds, (_, error) => {
      throw error;
    }).run();
    await this.hears();
    return performed;
  }

  /** Waits until this process has heard everything it was told so far: what is told takes a moment, also to where it comes from. */
  async hears(): Promise<void> {
    const mark = `lockbox:${newId()}`;
    const heard = new Promise<void>((resolve) => {
      this.get(KnownActors).heed((payload) => (payload === mark || payload === null) && resolve());
    });
    await this.database.global((tx) => tx.notify(INVALIDATION_CHANNEL, mark));
    await heard;
  }

  /** Rows as they lie in the database, whoever's they are. */
  rows<R extends object>(organizationId: string, text: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.behindTheWall('app.organization_id', organizationId, async (client) => (await client.query<R>(text, [...values])).rows);
  }

  /** Rows of an account as they lie in the database. */
  accountRows<R extends object>(accountId: string, text: string): Promise<R[]> {
    return this.behindTheWall('app.account_id', accountId, async (client) => (await client.query<R>(text, [accountId])).rows);
  }

  /** What an organization's log says happened, oldest first. */
  async log(organizationId: string): Promise<string[]> {
    const entries = await this.rows<{ action: string }>(organizationId, 'select action from audit_entries where organization_id = $1 order by id', [
      organizationId,
    ]);
    return entries.map(({ action }) => action);
  }

  private account(accountId: string): Promise<unknown> {
    const insert = `insert into accounts (account_id, email, locale, created_at) values ($1, $2, 'en', now())`;
    return this.behindTheWall('app.account_id', accountId, (client) => client.query(insert, [accountId, `${accountId}@mail.example`]));
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

/** A server with a database handle of its own. */
async function serve(fresh: FreshDatabase, time: FakeTime, wing: Wing): Promise<{ readonly database: Database; readonly app: NestFastifyApplication }> {
  const database = await Database.open({ url: fresh.appUrl, time, entities: [...organizationsEntities, ...membersEntities, ...identityEntities] });
  const app = await createServer(Surroundings.of(database, time, wing), {
    version: 'spec',
    origins: ['http://localhost:3000'],
    tls: false,
    rateLimits: null,
    protocols: wing.protocols ?? [],
    log: makeLog({ level: 'silent' }),
    metrics: new Metrics({ ofProcess: false }),
    readiness: new AlwaysReady(),
  });
  await app.init();
  return { database, app };
}
