import { KeepSites, KeepLegalEntities } from '@smartpar/organizations/api';
import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { membersHouse } from './members-house';

const PATH = '/my/profile';

let house: House;
let larkspur: string;
let member: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  member = await house.person(larkspur);
});

afterAll(() => house.stop());

const change = async (fields: object, key?: string): Promise<Answer> => member.patch(PATH, { version: (await member.get(PATH)).body.version, ...fields }, key);
const entries = () =>
  house.rows<{ action: string; facts: object; actor: string }>(
    larkspur,
    `select action, facts, actor_id as actor from audit_entries where target_id = $1 and action = 'member.corrected' order by id`,
    [member.is.memberId],
  );

describe('what is held about oneself', () => {
  it('is there in clear, without any role or grant', async () => {
    const { memberId, number, email } = member.is;
    expect(await member.get(PATH)).toMatchObject({
      status: 200,
      body: { memberId, number, email, firstName: 'Linden', phone: null, site: null, locale: 'en', status: 'active', version: 1, roles: [] },
    });
  });

  it('names roles and since when they are held', async () => {
    const officer = await house.person(larkspur, 'privacy-officer', 'auditor');
    const { roles, joinedAt } = (await officer.get(PATH)).body;
    expect(roles).toEqual([
      { role: 'auditor', since: joinedAt },
      { role: 'privacy-officer', since: joinedAt },
    ]);
  });

  it('names the groups one is in and the roles one holds for a site, a group or by the organization’s own making', async () => {
    const owner = await house.person(larkspur, 'owner');
    const { body: group } = await owner.post('/groups', { name: 'Night shift' });
    const { body: role } = await owner.post('/roles', { name: 'Shift lead', abilities: ['member.list'] });
    await owner.post(`/groups/${group.id}/members`, { memberIds: [member.is.memberId] });
    await owner.post(`/members/${member.is.memberId}/role-assignments`, { role: role.id, scope: { kind: 'group', id: group.id } });
    expect((await member.get(PATH)).body).toMatchObject({
      further: [{ role: role.id, name: 'Shift lead', kind: 'group', place: 'Night shift', since: expect.any(String) }],
      groups: [{ name: 'Night shift', since: expect.any(String) }],
    });
  });

  it('writes no look into anybody’s ledger and no entry into the log', async () => {
    const before = await house.log(larkspur);
    await member.get(PATH);
    expect(await house.log(larkspur)).toEqual(before);
    expect(await house.rows(larkspur, 'select id from reveals where organization_id = $1', [larkspur])).toEqual([]);
  });

  it('is one’s own in each organization, and nobody’s elsewhere', async () => {
    const other = await house.person(larkspur);
    expect((await other.get(PATH)).body.memberId).toBe(other.is.memberId);
    expect((await member.at(await house.organization()).get(PATH)).status).toBe(404);
  });
});

describe('what one corrects oneself', () => {
  it('is the phone number and the language, in the log by the names of the fields', async () => {
    const { status, body } = await change({ phone: '+49 30 1234567', locale: 'de' });
    expect([status, body.phone, body.locale, body.version]).toEqual([200, '+49 30 1234567', 'de', 2]);
    expect(await entries()).toMatchObject([{ facts: { fields: 'phone locale' } }]);
  });

  it('is cleared by null', async () => {
    await change({ phone: '+49 30 1234567' });
    expect((await change({ phone: null })).body.phone).toBeNull();
  });

  it('is neither name nor address nor role', async () => {
    for (const fields of [{ firstName: 'Fern' }, { email: 'fern@larkspur.example' }, { roles: ['owner'] }, { siteId: newId() }]) {
      expect((await change(fields)).status).toBe(422);
    }
    expect(await entries()).toEqual([]);
  });

  it('reads a number with the country of one’s site, and asks for the country without', async () => {
    expect(await change({ phone: '030 1234567' })).toMatchObject({ status: 422, body: { code: 'member.phone_unclear' } });
    const owner = await house.person(larkspur, 'owner');
    const entity = await house
      .get(KeepLegalEntities)
      .add(owner.actor('owner'), { name: 'Larkspur GmbH', country: 'DE', registrationNumber: null, postalAddress: 'Bremen' }, newId());
    const place = { country: 'DE', subdivision: null, contactName: null, contactEmail: null, postalAddress: 'Quay 1', timeZone: null };
    const site = await house.get(KeepSites).add(owner.actor('owner'), { name: 'Bremen', legalEntityId: entity.id, ...place }, newId());
    await house.rows(larkspur, 'update members set site_id = $1 where id = $2 returning id', [site.id, member.is.memberId]);
    expect((await change({ phone: '030 1234567' })).body).toMatchObject({ phone: '+49 30 1234567', site: { id: site.id, name: 'Bremen' } });
  });

  it('is done once under one key', async () => {
    const key = newId();
    const message = { version: 1, locale: 'de' };
    expect((await member.patch(PATH, message, key)).body.version).toBe(2);
    expect((await member.patch(PATH, message, key)).body.version).toBe(2);
    expect(await entries()).toHaveLength(1);
  });

  it('never overwrites what somebody else has changed meanwhile', async () => {
    await change({ locale: 'de' });
    expect(await member.patch(PATH, { version: 1, phone: null })).toMatchObject({ status: 409, body: { code: 'member.changed_meanwhile' } });
  });

  it('leaves no trace where nothing changes', async () => {
    expect((await change({ locale: 'en', phone: null })).body.version).toBe(1);
    expect(await entries()).toEqual([]);
  });
});
