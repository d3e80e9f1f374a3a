import { newId } from '@smartpar/kernel';
import { House } from './house';
import { type Act, type Answer, type Person, send } from './person';

let house: House;
let larkspur: string;
let elsewhere: string;
const people = new Map<string, Person>();

const ROLES = ['owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor'] as const;
const READERS = ['owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor'];
const id = newId();
const entity = { name: 'Larkspur GmbH', country: 'DE', postalAddress: 'Lerchenweg 1' };
const site = { name: 'Kassel', legalEntityId: id, country: 'DE', postalAddress: 'Lerchenweg 1' };
const contact = { name: 'Hazel', email: 'privacy@larkspur.example', postalAddress: 'Lerchenweg 1', languages: ['de'] };

/** Each route, and who may. What the right role is told differs: what matters is that the door opened. */
const ROUTES: readonly (readonly [act: Act, who: readonly string[] | 'everybody', opened: number])[] = [
  [{ method: 'GET', path: '' }, 'everybody', 200],
  [{ method: 'PATCH', path: '', body: { version: 9 } }, ['owner'], 409],
  [{ method: 'GET', path: '/privacy-contact' }, 'everybody', 200],
  [{ method: 'PUT', path: '/privacy-contact', body: { version: 9, contact } }, ['owner', 'privacy-officer'], 409],
  [{ method: 'GET', path: '/sites' }, READERS, 200],
  [{ method: 'POST', path: '/sites', body: site }, ['owner'], 422],
  [{ method: 'PUT', path: `/sites/${id}`, body: { ...site, version: 1 } }, ['owner'], 404],
  [{ method: 'DELETE', path: `/sites/${id}` }, ['owner'], 404],
  [{ method: 'GET', path: '/legal-entities' }, READERS, 200],
  [{ method: 'POST', path: '/legal-entities', body: { ...entity, country: 'XX' } }, ['owner'], 422],
  [{ method: 'PUT', path: `/legal-entities/${id}`, body: { ...entity, version: 1 } }, ['owner'], 404],
  [{ method: 'DELETE', path: `/legal-entities/${id}` }, ['owner'], 404],
  [{ method: 'GET', path: '/domains' }, ['owner', 'user-administrator', 'privacy-officer', 'auditor'], 200],
  [{ method: 'POST', path: '/domains', body: { domain: 'gmail.com' } }, ['owner'], 422],
  [{ method: 'POST', path: `/domains/${id}/verification` }, ['owner'], 404],
  [{ method: 'DELETE', path: `/domains/${id}` }, ['owner'], 404],
];

beforeAll(async () => {
  house = await House.start();
  larkspur = await house.organization();
  elsewhere = await house.organization();
  for (const role of ROLES) people.set(role, await house.person(larkspur, role));
  people.set('nobody in particular', await house.person(larkspur));
  people.set('the owner of another', await house.person(elsewhere, 'owner'));
});

afterAll(() => house.stop());

const known = (who: string): Person =>
  people.get(who) ??
  (() => {
    throw new Error(`${who} is not there.`);
  })();
const withoutReference = ({ status, body }: Answer): object => ({ status, ...body, instance: undefined });

describe.each(ROUTES)('%j', (act, who, opened) => {
  it('asks a stranger to sign in', async () => expect((await send(house.app, larkspur, act)).status).toBe(401));

  it.each(ROLES)('as %s', async (role) => {
    const mayEnter = who === 'everybody' || who.includes(role);
    const { status } = await known(role).does(act);
    expect(status).toBe(mayEnter ? opened : 404);
  });

  it('as a plain member', async () => expect((await known('nobody in particular').does(act)).status).toBe(who === 'everybody' ? opened : 404));

  it('answers the owner of another organization as it answers about one that does not exist', async () => {
    const stranger = known('the owner of another');
    const [real, missing] = await Promise.all([stranger.at(larkspur).does(act), stranger.at(newId()).does(act)]);
    expect(real.status).toBe(404);
    expect(withoutReference(real)).toEqual(withoutReference(missing));
  });
});

it('refuses a path that is no identifier as it refuses a missing one', async () => {
  const { status, body } = await known('owner').delete('/sites/1%27%20or%201=1');
  expect(status).toBe(404);
  expect(body.code).toBe('not_found');
});

it('refuses an unsafe call without an idempotency key', async () => {
  const { status, body } = await known('owner').post('/domains', { domain: 'larkspur.example' }, '');
  expect(status).toBe(400);
  expect(body.code).toBe('idempotency.key_missing');
});
