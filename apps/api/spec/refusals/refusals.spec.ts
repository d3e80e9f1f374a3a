import { newId } from '@smartpar/kernel';
import { Browser } from '../identity/browser';
import { type Audience, ORGANIZATION, ROUTES } from './audiences';
import { type CalledRoute, callOf, everyRoute } from './routes';
import { WholeHouse } from './whole-house';

/** Readings that go by POST, since what they ask for is personal; they take no key. */
const READS_BY_POST: readonly string[] = [
  `POST ${ORGANIZATION}/oversight/lockboxes/{lockboxId}/search`,
  `POST ${ORGANIZATION}/members/search`,
  `POST ${ORGANIZATION}/members/{memberId}/explanation/preview`,
  `POST ${ORGANIZATION}/members/export`,
  `POST ${ORGANIZATION}/extracts/preview`,
  `POST ${ORGANIZATION}/extracts/{extractId}/file`,
  `POST ${ORGANIZATION}/audit-log/export`,
  `POST ${ORGANIZATION}/evidence-pack`,
];

let house: WholeHouse;
let organizationId: string;
let foreign: string;
let people: Readonly<Record<'plain' | 'owner' | 'officer' | 'auditor' | 'staff' | 'stranger', Browser>>;
let nobody: Browser;

beforeAll(async () => {
  house = await WholeHouse.open();
  [organizationId, foreign] = [await house.organization('larkspur'), await house.organization('pebble-fern')];
  const { workforceOrganizationId } = house.installation;
  people = {
    plain: await house.browserOf(organizationId, 'plain@larkspur.example', []),
    owner: await house.browserOf(organizationId, 'owner@larkspur.example', ['owner']),
    officer: await house.browserOf(organizationId, 'officer@larkspur.example', ['privacy-officer']),
    auditor: await house.browserOf(organizationId, 'auditor@larkspur.example', ['auditor']),
    staff: await house.browserOf(workforceOrganizationId, 'staff@smartpar.example', ['support']),
    stranger: await house.browserOf(foreign, 'stranger@pebble-fern.example', ['owner', 'privacy-officer', 'auditor']),
  };
  nobody = new Browser(house.app);
}, 60_000);

afterAll(() => house.close());

const routes = Object.entries(ROUTES).map(([name, audience]): [string, Audience] => [name, audience]);
const forOrganization = routes.filter(([name]) => name.includes('{organizationId}'));
const call = (who: Browser, name: string, organization: string): Promise<CalledRoute> => callOf(house.app, who, name, organization);

/** The answer to what is not there, whatever was asked for. */
const NOT_FOUND = { status: 404, code: 'not_found' };

it('the table names every route of the server, and no other', () => {
  expect(everyRoute(house.app).toSorted()).toEqual(Object.keys(ROUTES).toSorted());
});

describe('without a session', () => {
  it.each(routes.filter(([, audience]) => audience !== 'anybody'))('%s answers 401', async (name) => {
    expect(await call(nobody, name, organizationId)).toMatchObject({ status: 401 });
  });

  it.each(routes.filter(([, audience]) => audience === 'anybody'))('%s is open to anybody', async (name) => {
    expect((await call(nobody, name, organizationId)).code).not.toBe('not_signed_in');
  });
});

describe('from another tenant', () => {
  it.each(forOrganization)('%s is not found, just as in an organization that does not exist', async (name) => {
    const [there, missing] = [await call(people.stranger, name, organizationId), await call(people.stranger, name, newId())];
    expect(there).toMatchObject(NOT_FOUND);
    expect(there.body).toEqual(missing.body);
  });

  it.each(forOrganization)("%s is not found for SmartPAR's own staff", async (name) => {
    expect(await call(people.staff, name, organizationId)).toMatchObject(NOT_FOUND);
  });

  it.each(forOrganization)('%s is not found under an address that is none', async (name) => {
    expect(await call(people.owner, name, "1' or '1'='1")).toMatchObject(NOT_FOUND);
  });
});

describe('with the wrong role', () => {
  it.each(forOrganization.filter(([, audience]) => audience !== 'member'))('%s is not found for a plain member', async (name) => {
    expect(await call(people.plain, name, organizationId)).toMatchObject(NOT_FOUND);
  });

  it.each(forOrganization.filter(([, audience]) => audience === 'staff'))('%s is not found for an owner outside the workforce', async (name) => {
    expect(await call(people.owner, name, organizationId)).toMatchObject(NOT_FOUND);
  });

  it.each(forOrganization.filter(([name, audience]) => audience === 'owner' && !name.includes('/privacy-contact') && !name.startsWith('GET')))(
    '%s is not found for a privacy officer',
    async (name) => {
      expect(await call(people.officer, name, organizationId)).toMatchObject(NOT_FOUND);
    },
  );
});

describe('with the right role', () => {
  const withoutOtherIds = forOrganization.filter(([name]) => !/\{(?!organizationId)/.test(name));
  const holder: Readonly<Record<Audience, 'plain' | 'owner' | 'officer' | 'auditor' | 'staff'>> = {
    anybody: 'plain',
    account: 'plain',
    member: 'plain',
    owner: 'owner',
    answers: 'officer',
    'reads-log': 'auditor',
    'reads-members': 'auditor',
    staff: 'staff',
  };

  it.each(withoutOtherIds)('%s answers, or says what is wrong with an empty body', async (name, audience) => {
    const where = audience === 'staff' ? house.installation.workforceOrganizationId : organizationId;
    const { status } = await call(people[holder[audience]], name, where);
    expect(name.startsWith('GET') ? [200] : [200, 204, 422]).toContain(status);
  });
});

it('a change without an Idempotency-Key, or with an empty body, changes nothing', async () => {
  const before = await auditCount();
  for (const [name] of forOrganization.filter(([route]) => !route.startsWith('GET') && !READS_BY_POST.includes(route))) {
    expect((await callOf(house.app, people.owner, name, organizationId, { 'idempotency-key': '' })).status).toBeGreaterThanOrEqual(400);
  }
  expect(await auditCount()).toBe(before);
});

it('no refusal says more than its code: no stack, no SQL, no word of another tenant', async () => {
  for (const [name] of forOrganization) {
    const { body } = await call(people.stranger, name, organizationId);
    expect(JSON.stringify(body)).not.toMatch(/larkspur|select |insert |\bat .*\.ts|Error:/i);
  }
});

async function auditCount(): Promise<number> {
  const [row] = await house.database.readTenant<{ count: number }>(organizationId, {
    text: 'select count(*) from audit_entries where organization_id = $1',
    values: [organizationId],
  });
  return row?.count ?? 0;
}
