import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Accounts } from '@smartpar/identity/api';
import { FakeTime } from '@smartpar/kernel';
import { AddMembers, KeepRoles, LinkAccount } from '@smartpar/members/api';
import { CreateOrganization, EnsureInstallation } from '@smartpar/organizations/api';
import { systemActor } from '@smartpar/access/model';
import { Database } from '@smartpar/platform/database';
import { createServer, KeyRing, LinkTokens, makeLog, Metrics } from '@smartpar/platform/http';
import { MailRendering, MailTemplates } from '@smartpar/platform/mail';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import { AppModule } from '../../src/app.module';
import { readConfiguration } from '../../src/config/configuration';
import { allEntities, allMails } from '../../src/slices';
import { Browser } from './browser';

const PASSWORD = 'tidal lantern orbit moss';
const EMAIL = 'ines@nordwerk.example';

let fresh: FreshDatabase;
let database: Database;
let app: NestFastifyApplication;

beforeAll(async () => {
  fresh = await freshDatabase();
  const time = new FakeTime('2026-03-02T09:00:00Z');
  const keys = KeyRing.parse(KeyRing.generate());
  database = await Database.open({ url: fresh.appUrl, time, entities: allEntities });
  const links = new LinkTokens(keys);
  const rendering = new MailRendering(new MailTemplates(allMails), { baseUrl: 'http://localhost:3000', token: (purpose, parts) => links.make(purpose, parts) });
  const module = AppModule.of({ configuration: readConfiguration({}), database, time, keys, rendering });
  const readiness = { check: () => Promise.resolve([]) };
  const surroundings = {
    version: 'spec',
    origins: [],
    tls: false,
    rateLimits: null,
    log: makeLog({ level: 'silent' }),
    metrics: new Metrics({ ofProcess: false }),
  };
  app = await createServer(module, { ...surroundings, readiness });
  await app.init();
  await app.get(EnsureInstallation, { strict: false }).run({ mode: 'hosted', country: 'DE', timeZone: 'Europe/Berlin', locale: 'en' });
});

afterAll(async () => {
  await app.close();
  await database.close();
  await fresh.drop();
});

describe('in the whole application', () => {
  it('an invited member becomes active by signing in, and sees where they belong', async () => {
    const part = <T>(type: abstract new (...parameters: never[]) => T): T => app.get<T>(type, { strict: false });
    const organizationId = await part(CreateOrganization).run({
      name: 'Nordwerk',
      slug: 'nordwerk',
      kind: 'tenant',
      country: 'DE',
      timeZone: 'Europe/Berlin',
      locale: 'de',
    });
    const [member] = await part(AddMembers).run(organizationId, [{ email: EMAIL, firstName: 'Ines', lastName: 'Holm', locale: 'de', status: 'invited' }]);
    const accountId = await part(Accounts).create({ email: EMAIL, name: 'Ines Holm', locale: 'de', password: PASSWORD });
    await part(LinkAccount).run(organizationId, member!.memberId, accountId);
    await part(KeepRoles).grant(systemActor(organizationId, 'spec'), member!.memberId, 'privacy-officer');

    const browser = new Browser(app);
    const entered = await browser.signIn(EMAIL, PASSWORD);
    const { memberId } = member!;
    expect(entered.body.memberships).toEqual([
      { organizationId, memberId, organizationName: 'Nordwerk', kind: 'tenant', roles: ['privacy-officer'], mayEnter: true, factorFrom: null },
    ]);
    expect((await browser.get(`/api/organizations/${organizationId}/abilities`)).body.roles).toEqual(['privacy-officer']);
    await browser.delete('/api/session');
    expect((await browser.get(`/api/organizations/${organizationId}/abilities`)).status).toBe(401);
  });
});
