import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Browser } from '../identity/browser';
import { callOf, everyRoute } from './routes';
import { WholeHouse } from './whole-house';

/** What is everybody's own, and whom everybody may ask: no role has to do with it. */
const OWN = /\/(my\/|abilities$|waiting$|changes$)/;

let house: WholeHouse;
let organizationId: string;
let council: Browser;

beforeAll(async () => {
  house = await WholeHouse.open();
  organizationId = await house.organization('larkspur');
  for (const [address, role] of [
    ['heron@larkspur.example', 'owner'],
    ['wren@larkspur.example', 'privacy-officer'],
    ['lark@larkspur.example', 'helpdesk'],
  ] as const) {
    await house.browserOf(organizationId, address, [role]);
  }
  council = await house.browserOf(organizationId, 'council@larkspur.example', ['works-council']);
}, 60_000);

afterAll(() => house.close());

/** Reads something that is there where a route names a thing of some kind, so that only what may not be read is not. */
const READS: readonly string[] = [
  'GET /api/organizations/{organizationId}/evaluations',
  'GET /api/organizations/{organizationId}/evaluation-alerts',
  'GET /api/organizations/{organizationId}/evaluation-receipts',
  'GET /api/organizations/{organizationId}/evaluation-rules',
  'GET /api/organizations/{organizationId}/audit-outline',
];

const reading = (app: NestFastifyApplication) =>
  everyRoute(app).filter((name) => name.startsWith('GET ') && name.includes('{organizationId}') && !OWN.test(name));

/** Every id of somebody or something of the organization there is, which a route may be asked about. */
async function idsOf(app: WholeHouse): Promise<readonly string[]> {
  const rows = await app.database.readTenant<{ id: string }>(organizationId, {
    text: 'select id from members where organization_id = $1',
    values: [organizationId],
  });
  return rows.map(({ id }) => id);
}

describe('the works council', () => {
  it('is told nothing that names a person or gives their address or number, whatever it asks', async () => {
    const ids = await idsOf(house);
    for (const name of reading(house.app)) {
      for (const id of /\{(?!organizationId)/.test(name) ? ids : ['']) {
        const asked = name.replace(/\{(?!organizationId)\w+\}/g, id);
        const { status, body } = await callOf(house.app, council, asked, organizationId);
        expect({ name, told: /Sandpiper|Quill|larkspur\.example|M-\d/.exec(JSON.stringify(body))?.[0] ?? null, ok: [200, 404].includes(status) }).toEqual({
          name,
          told: null,
          ok: true,
        });
      }
    }
  });

  it('reads what it is there for', async () => {
    for (const name of READS) expect([name, (await callOf(house.app, council, name, organizationId)).status]).toEqual([name, 200]);
  });

  it('finds no list of members, no log, no access, no alert of anybody and no question', async () => {
    const { status: own } = await callOf(house.app, council, 'GET /api/organizations/{organizationId}/my/evaluations', organizationId);
    expect(own).toBe(200);
    for (const noun of [
      'audit-entries',
      'volume-alerts',
      'violations',
      'roles',
      'role-assignments',
      'requests',
      'standing-grants',
      'lockboxes',
      'break-glasses',
      'groups',
    ]) {
      expect([noun, (await callOf(house.app, council, `GET /api/organizations/{organizationId}/${noun}`, organizationId)).status]).toEqual([noun, 404]);
    }
    expect((await callOf(house.app, council, 'POST /api/organizations/{organizationId}/members/search', organizationId)).status).toBe(404);
  });
});
