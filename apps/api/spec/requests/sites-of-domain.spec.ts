import type { Person } from '../organizations/person';
import { RequestsHouse } from './requests-house';
import { QUESTION, Stranger } from './stranger';

let house: RequestsHouse;
let stranger: Stranger;
let owner: Person;
let domain: string;
let sites: readonly { readonly id: string; readonly name: string }[];
let made = 0;

beforeAll(async () => {
  house = await RequestsHouse.start();
  stranger = new Stranger(house);
});
afterAll(() => house.stop());

beforeEach(async () => {
  domain = `mills${++made}.example`;
  const organizationId = await house.organization();
  owner = await house.person(organizationId, ['owner', 'privacy-officer']);
  await house.contact(organizationId, owner);
  await house.domain(organizationId, domain);
  const entity = async (name: string) => (await owner.post('/legal-entities', { name, country: 'DE', postalAddress: 'Lerchenweg 1' })).body.id;
  const site = async (name: string, country: string, contact: object) =>
    (await owner.post('/sites', { name, legalEntityId: await entity(`${name} GmbH`), country, postalAddress: 'Lerchenweg 1', ...contact })).body;
  sites = [await site('Bern', 'CH', { contactName: 'Urs', contactEmail: 'urs@mills.example' }), await site('Ulm', 'DE', {})];
  await house.mails();
});

const serve = async (siteIds: readonly string[]) => {
  const [known] = (await owner.get('/domains')).body.items;
  return owner.put(`/domains/${known.id}/sites`, { siteIds });
};
const asked = (identifier: string, replyAddress = identifier) => stranger.asks({ ...QUESTION, identifier, replyAddress });
const preview = async (token: string) => (await stranger.post('/questions/confirmation/preview', { token })).body;
const confirm = (token: string, more: object = {}) => stranger.post('/questions/confirmation', { token, ...more });
const inboxLine = async () => (await owner.get('/requests')).body.items[0];

describe('a question by a domain that serves several sites', () => {
  it('asks which one, of whoever proved the address, and goes to that site’s contact and place', async () => {
    await serve(sites.map(({ id }) => id));
    const token = await asked(`kim@${domain}`);
    expect((await preview(token)).sites).toEqual(sites.map(({ id, name }) => ({ siteId: id, name })));
    expect((await confirm(token)).body.code).toBe('question.choice_needed');
    await house.mails();
    expect((await confirm(token, { siteId: sites[0]?.id })).status).toBe(201);
    const receipt = (await house.mails()).find(({ template }) => template === 'requests.receipt');
    expect(receipt?.facts).toMatchObject({ contactName: 'Urs', contactEmail: 'urs@mills.example' });
    const { id } = await inboxLine();
    expect(JSON.stringify((await owner.get(`/requests/${id}`)).body)).toContain('Bern');
  });

  it('goes on without asking where it serves one site or all of the organization', async () => {
    for (const siteIds of [[], [sites[0]?.id ?? '']]) {
      await serve(siteIds);
      const token = await asked(`kim${siteIds.length}@${domain}`);
      expect((await preview(token)).sites).toEqual([]);
      expect((await confirm(token)).status).toBe(201);
    }
  });

  it('asks nothing, and tells nothing, where the address is not proved', async () => {
    await serve(sites.map(({ id }) => id));
    const token = await asked(`kim@${domain}`, 'kim@home.example');
    expect((await preview(token)).sites).toEqual([]);
    expect((await confirm(token)).status).toBe(201);
    expect(await inboxLine()).toBeDefined();
  });

  it('does not ask members, whose site is known', async () => {
    await serve(sites.map(({ id }) => id));
    await house.person(owner.is.organizationId, [], `lee@${domain}`);
    const token = await asked(`lee@${domain}`);
    expect((await preview(token)).sites).toEqual([]);
    expect((await confirm(token)).status).toBe(201);
  });

  it('takes no site of another organization', async () => {
    await serve(sites.map(({ id }) => id));
    const token = await asked(`kim@${domain}`);
    expect((await confirm(token, { siteId: owner.is.memberId })).body.code).toBe('question.choice_needed');
  });
});
