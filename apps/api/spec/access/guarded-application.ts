import { Controller, Delete, type DynamicModule, Get, Global, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  AccessModule,
  Account,
  ACCESS_RULES,
  ActorSource,
  Abilities,
  allowedOr404,
  Can,
  Public,
  RecentlyAuthenticated,
  SESSION_COOKIE,
  SessionSource,
  type SignedInAccount,
  SignedIn,
  Who,
} from '@smartpar/access/api';
import { abilitiesAccess, type AccessRules, holds, type MemberActor } from '@smartpar/access/model';
import { FakeTime, newId, Temporal, Time } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { Answers, AnswersNothing, createServer, Id, makeLog, Metrics, Readiness } from '@smartpar/platform/http';
import * as z from 'zod';

const START = '2026-03-02T09:00:00Z';

/** Everybody sees the garden; a gardener waters beds that are dry. */
export const bedAccess: AccessRules = (actor, { allow }) => {
  if (actor.kind === 'member') allow('read', 'bed');
  if (holds(actor, 'helpdesk')) allow(['water', 'dig-up'], 'bed', { dry: true });
};

const BEDS = new Map([
  ['0193a5d0-7a3b-7c00-8000-00000000000a', { name: 'roses', dry: true }],
  ['0193a5d0-7a3b-7c00-8000-00000000000b', { name: 'mint', dry: false }],
]);

/** Ids of beds, by what is the matter with them. */
export const [DRY_BED, WET_BED] = ['0193a5d0-7a3b-7c00-8000-00000000000a', '0193a5d0-7a3b-7c00-8000-00000000000b'];

const bed = z.object({ name: z.string() });
const account = z.object({ accountId: z.string(), organizationId: z.string().optional() });

@Controller('organizations/:organizationId/beds')
class BedController {
  constructor(private readonly abilities: Abilities) {}

  @Get('mine')
  @Can('read', 'bed')
  @Answers(account)
  mine(@Who() actor: MemberActor, @Account() { accountId }: SignedInAccount): object {
    return { accountId, organizationId: actor.organizationId };
  }

  @Get(':bedId/watering')
  @Can('water', 'bed')
  @Answers(bed)
  water(@Who() actor: MemberActor, @Id('bedId') bedId: string): object {
    return allowedOr404(this.abilities.of(actor), 'water', 'bed', BEDS.get(bedId));
  }

  @Delete(':bedId')
  @Can('dig-up', 'bed')
  @RecentlyAuthenticated()
  @AnswersNothing()
  digUp(): void {
    return undefined;
  }
}

@Controller()
class GateController {
  @Get('gate')
  @Public('The gate is for everybody.')
  @Answers(bed)
  gate(): object {
    return { name: 'gate' };
  }

  @Get('account')
  @SignedIn()
  @Answers(account)
  account(@Account() { accountId }: SignedInAccount): object {
    return { accountId };
  }
}

/** A session is an account's id, and a mark where its proof of identity is old. */
class CookieSessions extends SessionSource {
  override authenticate(cookie: string | undefined): Promise<SignedInAccount | null> {
    const [accountId = '', mark] = (cookie ?? '').split('.');
    const freshUntil = Temporal.Instant.from(START).add({ minutes: mark === 'old' ? -1 : 1 });
    return Promise.resolve(accountId === '' ? null : { accountId, sessionId: accountId, freshUntil });
  }
}

/** Members, as a spec says they are. */
export class SettableMembers extends ActorSource {
  readonly members: MemberActor[] = [];
  asked = 0;

  override actorOf(accountId: string, organizationId: string): Promise<MemberActor | null> {
    this.asked += 1;
    return Promise.resolve(this.members.find((member) => member.accountId === accountId && member.organizationId === organizationId) ?? null);
  }

  /** Adds a member. */
  add(facts: Partial<MemberActor> = {}): MemberActor {
    const member: MemberActor = {
      kind: 'member',
      accountId: newId(),
      organizationId: newId(),
      memberId: newId(),
      roles: [],
      grants: [],
      oversight: false,
      ...facts,
    };
    this.members.push(member);
    return member;
  }

  /** Changes a member behind the application's back. */
  change(member: MemberActor, facts: Partial<MemberActor>): void {
    this.members.splice(this.members.indexOf(member), 1, { ...member, ...facts });
  }
}

/** The part of a database that tells what has changed. */
class Telling {
  tell: (payload: string) => void = () => undefined;

  listen(_: string, handler: (payload: string) => void) {
    this.tell = handler;
    return Promise.resolve({ connected: true, stop: () => Promise.resolve() });
  }
}

class AlwaysReady extends Readiness {
  override check(): Promise<readonly []> {
    return Promise.resolve([]);
  }
}

@Global()
@Module({})
class Ports {}

/** What a guarded application is made of, beside the guard. */
export interface Parts {
  readonly controllers?: readonly Type[];
  readonly modules?: readonly Type[];
  readonly rules?: readonly AccessRules[];
  readonly providers?: readonly { readonly provide: unknown; readonly useValue: object }[];
  readonly database?: Database;
}

/** A garden with a fence around it. */
export class GuardedApplication {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly members: SettableMembers,
    /** tells the application what a transaction would */
    readonly telling: Telling,
  ) {}

  static async start({
    controllers = [BedController, GateController],
    modules = [],
    rules = [bedAccess, abilitiesAccess],
    providers = [],
    database,
  }: Parts = {}): Promise<GuardedApplication> {
    const members = new SettableMembers();
    const telling = new Telling();
    const ports = [
      { provide: Database, useValue: database ?? telling },
      { provide: Time, useValue: new FakeTime(START) },
      { provide: ACCESS_RULES, useValue: rules },
      { provide: SessionSource, useValue: new CookieSessions() },
      { provide: ActorSource, useValue: members },
      ...providers,
    ];
    const root = {
      module: Ports,
      imports: [AccessModule, ...modules],
      controllers: [...controllers],
      providers: ports,
      exports: ports.map(({ provide }) => provide),
    } as DynamicModule; // as: tokens of the spec are known to be tokens
    const app = await createServer(root, {
      version: 'spec',
      origins: [],
      tls: false,
      rateLimits: null,
      log: makeLog({ level: 'silent' }),
      metrics: new Metrics({ ofProcess: false }),
      readiness: new AlwaysReady(),
    });
    await app.init();
    return new GuardedApplication(app, members, telling);
  }

  /** Asks as somebody: an account's id, with `.old` where its proof of identity is. */
  ask(url: string, as?: string, method: 'GET' | 'DELETE' = 'GET'): ReturnType<NestFastifyApplication['inject']> {
    return this.app.inject({ method, url: `/api${url}`, ...(as !== undefined && { cookies: { [SESSION_COOKIE]: as } }) });
  }
}
