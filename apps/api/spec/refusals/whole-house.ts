import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Role, systemActor } from '@smartpar/access/model';
import { Accounts } from '@smartpar/identity/api';
import { FakeTime } from '@smartpar/kernel';
import { AddMembers, KeepRoles, LinkAccount, scimProtocol } from '@smartpar/members/api';
import { CreateOrganization, EnsureInstallation } from '@smartpar/organizations/api';
import { Database, type Installation } from '@smartpar/platform/database';
import { createServer, KeyRing, LinkTokens, makeLog, Metrics } from '@smartpar/platform/http';
import { MailRendering, MailTemplates } from '@smartpar/platform/mail';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import { AppModule } from '../../src/app.module';
import { readConfiguration } from '../../src/config/configuration';
import { allEntities, allMails } from '../../src/slices';
import { Browser } from '../identity/browser';

const PASSWORD = 'tidal lantern orbit moss';

/** The whole application, as it is served, over a database of its own. */
export class WholeHouse {
  private constructor(
    private readonly fresh: FreshDatabase,
    readonly database: Database,
    readonly app: NestFastifyApplication,
    readonly installation: Installation,
    readonly time: FakeTime,
    /** makes tokens as mails do */
    readonly links: LinkTokens,
  ) {}

  /** @param variables of the environment it is started in */
  static async open(variables: Readonly<Record<string, string>> = {}): Promise<WholeHouse> {
    const fresh = await freshDatabase();
    const time = new FakeTime('2026-03-02T09:00:00Z');
    const keys = KeyRing.parse(KeyRing.generate());
    const links = new LinkTokens(keys);
    const database = await Database.open({ url: fresh.appUrl, time, entities: allEntities });
    const rendering = new MailRendering(new MailTemplates(allMails), {
      baseUrl: 'http://localhost:3000',
      token: (purpose, parts) => links.make(purpose, parts),
      code: (purpose, parts, keyId) => links.code(purpose, parts, keyId).code,
    });
    const app = await createServer(AppModule.of({ configuration: readConfiguration(variables), database, time, keys, rendering }), {
      version: 'spec',
      origins: [],
      tls: false,
      rateLimits: null,
      protocols: [scimProtocol],
      log: makeLog({ level: 'silent' }),
      metrics: new Metrics({ ofProcess: false }),
      readiness: { check: () => Promise.resolve([]) },
    });
    await app.init();
    const installation = await app.get(EnsureInstallation, { strict: false }).run({ mode: 'hosted', country: 'DE', timeZone: 'Europe/Berlin', locale: 'en' });
    return new WholeHouse(fresh, database, app, installation, time, links);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
    await this.fresh.drop();
  }

  /** A new organization of a customer. */
  organization(slug: string): Promise<string> {
    return this.get(CreateOrganization).run({ name: `The ${slug}`, slug, kind: 'tenant', country: 'DE', timeZone: 'Europe/Berlin', locale: 'de' });
  }

  /** The browser of somebody who holds some roles in an organization and has signed in. */
  async browserOf(organizationId: string, address: string, roles: readonly Role[]): Promise<Browser> {
    const [member] = await this.get(AddMembers).run(organizationId, [{ email: address, firstName: 'Quill', lastName: 'Sandpiper', locale: 'en' }]);
    if (member === undefined) throw new Error('Nobody was added.');
    const accountId = await this.get(Accounts).create({ email: address, name: 'Quill Sandpiper', locale: 'en', password: PASSWORD });
    await this.get(LinkAccount).run(organizationId, member.memberId, accountId);
    for (const role of roles) await this.get(KeepRoles).grant(systemActor(organizationId, 'spec'), member.memberId, role);
    const browser = new Browser(this.app);
    await browser.signIn(address, PASSWORD);
    return browser;
  }

  /** Something the application is made of. */
  get<T>(type: abstract new (...parameters: never[]) => T): T {
    return this.app.get<T>(type, { strict: false });
  }
}
