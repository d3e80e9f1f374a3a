import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { newId } from '@smartpar/kernel';
import { ORGANIZATION_ROLES, STAFF_ROLES, systemActor } from '@smartpar/access/model';
import { KeepSystemTokens } from '@smartpar/members/api';
import { Browser } from '../identity/browser';
import { WholeHouse } from '../refusals/whole-house';
import { absurd, inputOf, type Schema, type Schemas } from './schema-inputs';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Schemas };
}
interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | undefined;
}

/** How many absurd calls each operation gets; more with `FUZZ_RUNS`, others with `FUZZ_SEED`. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 12);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_126);

jest.setTimeout(180_000);

let house: WholeHouse;
let api: Description;
let organizationId: string;
let everything: Browser;
let token: string;

beforeAll(async () => {
  house = await WholeHouse.open();
  organizationId = house.installation.workforceOrganizationId;
  everything = await house.browserOf(organizationId, 'everything@smartpar.example', [...ORGANIZATION_ROLES, ...STAFF_ROLES]);
  token = (await house.get(KeepSystemTokens).issue(systemActor(organizationId, 'spec'), { name: 'Entra', scope: 'scim', days: 90 }, newId())).text;
  api = (await house.app.inject({ url: '/api/openapi.json' })).json<Description>();
});
afterAll(() => house.close());

it('no operation of the API, whatever it is given, answers with a fault of the server', async () => {
  const seen = new Set<number>();
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      // What ends sessions is tried by somebody whose session nobody else needs.
      const who = path.startsWith('/api/organizations') ? everything : await house.browserOf(organizationId, `${randomUUID()}@smartpar.example`, []);
      await fc.assert(
        fc.asyncProperty(callsOf(path, method.toUpperCase(), operation), async (call) => {
          const { status, type, text } = await send(call, who);
          seen.add(status);
          // 501 says on purpose that something is not offered
          if (status >= 500 && status !== 501) throw new Error(`${status} ${text}`);
          if (status >= 400) expect(type).toMatch(ofPrograms(path) ? /^application\/scim\+json/ : /^application\/problem\+json/);
        }),
        { seed: SEED, numRuns: RUNS, endOnFailure: true },
      );
    }
  }
  // It got past the door: some calls were granted, some were not understood, some were of nothing.
  expect([...seen]).toEqual(expect.arrayContaining([200, 204, 404, 422]));
});

/** Whether a program calls it with its token, not a person with a session. */
const ofPrograms = (path: string): boolean => path.startsWith('/scim/v2');

async function send({ method, url, headers, payload }: Call, who: Browser): Promise<{ status: number; type: string; text: string }> {
  const cookie = [...who.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await house.app.inject({
    method: method as 'GET', // as: the description names nothing but methods
    url,
    headers: { ...headers, ...(ofPrograms(url) ? { authorization: `Bearer ${token}` } : { cookie }) },
    ...(payload !== undefined && { payload }),
  });
  return { status: answer.statusCode, type: String(answer.headers['content-type'] ?? ''), text: answer.body };
}

function callsOf(path: string, method: string, { parameters = [], requestBody }: Operation): fc.Arbitrary<Call> {
  const schemas = api.components.schemas;
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const query = fc.record(Object.fromEntries(inQuery.map(({ name, schema }) => [name, inputOf(schema, schemas)])), { requiredKeys: [] });
  const ids = fc.array(
    fc.oneof({ weight: 5, arbitrary: fc.constant(null).map(() => newId()) }, fc.string({ minLength: 1, unit: 'binary' }), fc.constant('%00')),
    { minLength: 4, maxLength: 4 },
  );
  const schema = requestBody?.content['application/json']?.schema;
  const body = schema === undefined ? fc.constant(undefined) : fc.oneof({ weight: 8, arbitrary: inputOf(schema, schemas) }, absurd);
  const key = fc.oneof({ weight: 6, arbitrary: fc.constant(null).map(() => randomUUID()) }, fc.constantFrom('', 'x'.repeat(5000), 'a b', '\t'));
  return fc.record({ query, ids, body, key }).map((made) => {
    let next = 0;
    const filled = path.replace('{organizationId}', organizationId).replace(/\{\w+\}/g, () => encode(made.ids[next++] ?? ''));
    const asked = new URLSearchParams(
      Object.entries(made.query).map(([name, value]) => [name, typeof value === 'string' ? value.toWellFormed() : String(JSON.stringify(value))]),
    );
    return {
      method,
      url: inQuery.length > 0 ? `${filled}?${asked}` : filled,
      headers: { 'idempotency-key': made.key, ...(schema !== undefined && { 'content-type': 'application/json' }) },
      payload: schema === undefined ? undefined : JSON.stringify(made.body ?? null),
    };
  });
}

const encode = (text: string): string => (text === '%00' ? text : encodeURIComponent(text.toWellFormed()));
