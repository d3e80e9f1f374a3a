import { CreateOrganization, EnsureInstallation, OrganizationFactsQuery, OrganizationMatches } from '@smartpar/organizations/api';
import { House } from './house';

let house: House;

beforeEach(async () => {
  house = await House.start();
});

afterEach(() => house.stop());

const HOSTED = { mode: 'hosted', country: 'US', timeZone: 'America/New_York', locale: 'en' } as const;
const OWN_SERVER = {
  mode: 'own-server',
  organization: { name: 'Larkspur Instruments', slug: 'larkspur', country: 'DE', timeZone: 'Europe/Berlin', locale: 'de' },
} as const;

const directUsers = () => house.database.global((tx) => house.get(OrganizationMatches).directUsers(tx));

it('starts with SmartPAR as two organizations', async () => {
  const installation = await house.get(EnsureInstallation).run(HOSTED);
  expect(await house.get(OrganizationFactsQuery).find(installation.workforceOrganizationId)).toMatchObject({ name: 'SmartPAR', kind: 'workforce' });
  expect(await house.get(OrganizationFactsQuery).find(installation.directUsersOrganizationId)).toMatchObject({ kind: 'direct-users' });
  expect(await directUsers()).toEqual({ organizationId: installation.directUsersOrganizationId, name: 'SmartPAR direct users' });
  expect(await house.log(installation.workforceOrganizationId)).toEqual(['installation.set-up', 'organization.created']);
});

it('is set up once, at every start and by several processes at a time', async () => {
  const ensure = house.get(EnsureInstallation);
  const [first, second] = await Promise.all([ensure.run(HOSTED), ensure.run(HOSTED)]);
  expect(second).toEqual(first);
  expect(await ensure.run(HOSTED)).toEqual(first);
  expect((await house.owner.query('select count(*)::integer as count from organization_figures')).rows).toEqual([{ count: 2 }]);
});

it('is finished by the next start when the first was cut short', async () => {
  const create = jest.spyOn(house.get(CreateOrganization), 'run').mockRejectedValueOnce(new Error('The machine stopped.'));
  await expect(house.get(EnsureInstallation).run(HOSTED)).rejects.toThrow('The machine stopped.');
  create.mockRestore();
  const installation = await house.get(EnsureInstallation).run(HOSTED);
  expect(await house.get(OrganizationFactsQuery).find(installation.directUsersOrganizationId)).not.toBeNull();
});

it('belongs to the customer alone on their own server', async () => {
  const installation = await house.get(EnsureInstallation).run(OWN_SERVER);
  expect(installation).toMatchObject({ mode: 'own-server', directUsersOrganizationId: installation.workforceOrganizationId });
  expect(await directUsers()).toMatchObject({ name: 'Larkspur Instruments' });
  const owner = await house.person(installation.workforceOrganizationId, 'owner');
  expect((await owner.get('')).body).toMatchObject({ name: 'Larkspur Instruments', kind: 'tenant' });
  expect((await owner.get('/oversight/organizations')).status).toBe(404);
});

it('never has two organizations of one short name', async () => {
  await house.organization({ slug: 'larkspur' });
  await expect(house.organization({ slug: 'larkspur' })).rejects.toMatchObject({ code: 'organization.slug_taken', status: 409 });
});

it.each([{ slug: 'Not A Slug' }, { country: 'XX' }, { timeZone: 'Mars/Olympus' }, { name: '' }])('makes no organization of %j', async (bad) => {
  await expect(house.organization(bad)).rejects.toThrow();
  expect((await house.owner.query('select count(*)::integer as count from organization_figures')).rows).toEqual([{ count: 2 }]);
});
