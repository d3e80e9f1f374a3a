import { Controller, type DynamicModule, Global, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessModule, ACCESS_RULES, ActorSource, RecentlyAuthenticated, SignedIn } from '@smartpar/access/api';
import type { MemberActor, Role } from '@smartpar/access/model';
import { Accounts, identityEntities, identityMails, IdentityModule, IdentitySettings, Invitations, PasswordHash, ResealFactors } from '@smartpar/identity/api';
import type { Membership, SessionRules } from '@smartpar/identity/model';
import { FakeTime, newId, Time } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { AnswersNothing, createServer, KeyRing, LinkTokens, makeLog, Metrics, Readiness } from '@smartpar/platform/http';
import { MailRendering, MailTemplates, type StoredMail } from '@smartpar/platform/mail';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import pg from 'pg';
import { type HeldFactor, setUpFactor } from './authenticator';
import { type Answer, Browser } from './browser';

/** A password that passes. */
export const PASSWORD = 'tidal lantern orbit moss';

const START = '2026-03-02T09:00:00Z';

/** What the pieces of one application share. */
interface Parts {
  readonly keys: KeyRing;
  readonly actors: ActorSource;
  readonly invitations: Invitations;
  readonly rules?: SessionRules;
}

/** Something one should not be able to do at somebody else's open session. */
@Controller('danger')
class DangerousController {
  @Post()
  @SignedIn()
  @RecentlyAuthenticated()
  @AnswersNothing()
  act(): void {
    return undefined;
  }
}

@Global()
@Module({})
class Surroundings {
  static of(database: Database, time: Time, { keys, actors, invitations, rules }: Parts): DynamicModule {
    const providers = [
      { provide: Database, useValue: database },
      { provide: Time, useValue: time },
      { provide: KeyRing, useValue: keys },
      { provide: LinkTokens, useValue: new LinkTokens(keys) },
      { provide: ACCESS_RULES, useValue: [] },
      { provide: ActorSource, useValue: actors },
      { provide: Invitations, useValue: invitations },
      ...(rules ? [{ provide: IdentitySettings, useValue: { sessions: rules } }] : []),
    ];
    return {
      module: Surroundings,
      imports: [AccessModule, IdentityModule],
      controllers: [DangerousController],
      providers,
      exports: providers,
    };
  }
}

class AlwaysReady extends Readiness {
  override check(): Promise<readonly []> {
    return Promise.resolve([]);
  }
}

/** Members as other parts of the product would know them. */
class KnownActors extends ActorSource {
  readonly roles = new Map<string, readonly Role[]>();

  override actorOf(accountId: string, organizationId: string): Promise<MemberActor | null> {
    const roles = this.roles.get(organizationId);
    return Promise.resolve(roles ? { kind: 'member', accountId, organizationId, memberId: newId(), roles, grants: [], oversight: false } : null);
  }
}

/** Invitations that were accepted. */
class KnownInvitations extends Invitations {
  readonly accepted: { accountId: string; membership: Membership }[] = [];

  override accept(accountId: string, membership: Membership): Promise<void> {
    this.accepted.push({ accountId, membership });
    return Promise.resolve();
  }
}

/** Sign-in and what it stands on, over a database of its own. */
export class IdentityApplication {
  /** who may act where; a spec says it */
  readonly actors = new KnownActors();
  readonly invitations = new KnownInvitations();
  private readonly more: { app: NestFastifyApplication; database: Database }[] = [];

  /** the installation's keys, the current one first */
  keys: KeyRing;

  private constructor(
    private readonly fresh: FreshDatabase,
    private ring: string,
    readonly owner: pg.Client,
    readonly time: FakeTime,
    readonly workforceId: string,
    readonly rules: SessionRules | undefined,
  ) {
    this.keys = KeyRing.parse(ring);
  }

  /** @param rules session limits an operator set */
  static async start(rules?: SessionRules): Promise<IdentityApplication> {
    const fresh = await freshDatabase();
    const owner = new pg.Client({ connectionString: fresh.ownerUrl });
    await owner.connect();
    const workforceId = newId();
    await owner.query(`insert into installation (workforce_organization_id, direct_users_organization_id, mode) values ($1, $2, 'hosted')`, [
      workforceId,
      newId(),
    ]);
    const application = new IdentityApplication(fresh, KeyRing.generate(), owner, new FakeTime(START), workforceId, rules);
    await application.another();
    return application;
  }

  /** Starts one more server on the same database, as another process would be. */
  async another(): Promise<NestFastifyApplication> {
    const database = await Database.open({ url: this.fresh.appUrl, time: this.time, entities: identityEntities });
    const app = await createServer(Surroundings.of(database, this.time, this), {
      version: 'spec',
      origins: ['http://localhost:3000'],
      tls: false,
      rateLimits: null,
      log: makeLog({ level: 'silent' }),
      metrics: new Metrics({ ofProcess: false }),
      readiness: new AlwaysReady(),
    });
    await app.init();
    this.more.push({ app, database });
    return app;
  }

  get app(): NestFastifyApplication {
    return this.more[0]!.app;
  }

  get database(): Database {
    return this.more[0]!.database;
  }

  get accounts(): Accounts {
    return this.app.get(Accounts);
  }

  get hashes(): PasswordHash {
    return this.app.get(PasswordHash, { strict: false });
  }

  get tokens(): LinkTokens {
    return new LinkTokens(this.keys);
  }

  browser(): Browser {
    return new Browser(this.app);
  }

  /** A browser in which somebody is signed in, with an account of their own unless one is named. */
  async signedIn(email?: string, more: { sharedComputer?: boolean } = {}): Promise<Browser> {
    const browser = this.browser();
    const { status } = await browser.signIn(email ?? (await this.anAccount()).email, PASSWORD, more);
    if (status !== 200) throw new Error(`signing in was answered with ${status}`);
    return browser;
  }

  /** Somebody with a second factor, in the browser in which they set it up. */
  async withFactor(): Promise<HeldFactor & { readonly browser: Browser; readonly accountId: string; readonly email: string }> {
    const account = await this.anAccount();
    const browser = await this.signedIn(account.email);
    return { ...account, browser, ...(await setUpFactor(browser, this.time)) };
  }

  /** The right password in a browser of its own: half a session, which waits for a code. */
  async half(email: string): Promise<Browser> {
    const browser = this.browser();
    const { body } = await browser.signIn(email, PASSWORD);
    if (body.codeWantedUntil === undefined) throw new Error('no code is asked for');
    return browser;
  }

  /** Signs somebody in by password and code. */
  async signedInWith(email: string, code: string): Promise<{ browser: Browser; answer: Answer }> {
    const browser = await this.half(email);
    return { browser, answer: await browser.post('/api/session/code', { code }) };
  }

  /** Puts a new key in front of the others, as a rotation with a restart does. */
  async rotateKeys(): Promise<void> {
    this.ring = `${KeyRing.generate()},${this.ring}`;
    this.keys = KeyRing.parse(this.ring);
    await this.another();
    const before = this.more.shift();
    await before?.app.close();
    await before?.database.close();
  }

  get reseal(): ResealFactors {
    return this.app.get(ResealFactors, { strict: false });
  }

  /** Somebody with an account and {@link PASSWORD}. */
  async anAccount(
    facts: Partial<{ email: string; name: string; locale: 'en' | 'de'; password: string | undefined }> = {},
  ): Promise<{ accountId: string; email: string }> {
    const email = facts.email ?? `person-${newId()}@nordwind.example`;
    const accountId = await this.accounts.create({ name: 'Annabel Winter', locale: 'en', password: PASSWORD, ...facts, email });
    return { accountId, email };
  }

  /** Mails that wait for somebody, written out as they will leave, oldest first. */
  async mailsTo(email: string): Promise<{ template: string; text: string; subject: string }[]> {
    const surroundings = { baseUrl: 'https://privacy.example', token: (purpose: string, parts: readonly string[]) => this.tokens.make(purpose, parts) };
    const rendering = new MailRendering(new MailTemplates(identityMails), surroundings);
    const { rows } = await this.owner.query<StoredMail>('select * from mail_outbox where to_address = $1 order by id', [email]);
    return rows.map((mail) => ({ template: mail.template, ...rendering.render(mail) }));
  }

  /** The token in the newest mail to somebody that holds one. */
  async tokenFor(email: string): Promise<string> {
    const texts = (await this.mailsTo(email)).map(({ text }) => text);
    const token = /#t=(\S+)/.exec(texts.findLast((text) => text.includes('#t=')) ?? '')?.[1];
    if (token === undefined) throw new Error('no mail with a link');
    return token;
  }

  /** Actions in the platform's log, oldest first, with what they are about. */
  async log(): Promise<{ action: string; target_id: string; actor_kind: string; actor_id: string | null; facts: object }[]> {
    await this.owner.query(`begin; set local row_security = on; set local app.organization_id = '${this.workforceId}'`);
    const { rows } = await this.owner.query('select action, target_id, actor_kind, actor_id, facts from audit_entries order by xact_id, id');
    await this.owner.query('commit');
    return rows;
  }

  /** Goes back to the first moment, as if nobody had tried to sign in yet. */
  async startOver(): Promise<void> {
    this.time.set(START);
    await this.owner.query('delete from sign_in_throttle');
  }

  async stop(): Promise<void> {
    await this.owner.end();
    for (const { app, database } of this.more) {
      await app.close();
      await database.close();
    }
    await this.fresh.drop();
  }
}
