import { systemActor } from '@smartpar/access/model';
import { takeMails } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { asksFor, grantsHouse, inHours } from './grants-house';
import { LockboxHouse } from './lockbox-house';

describe('how long those who decide have', () => {
  let house: House;
  let organizationId: string;
  let owner: Person;
  let helpdesk: Person;

  beforeAll(async () => {
    house = await grantsHouse();
  });
  afterAll(() => house.stop());

  beforeEach(async () => {
    organizationId = await house.organization();
    [owner, helpdesk] = [await house.person(organizationId, 'owner'), await house.person(organizationId, 'helpdesk')];
    await takeMails(house);
  });

  const asksAt = async () => {
    const { body } = await asksFor(house, helpdesk, { until: inHours(house, 24 * 7) });
    const { body: grant } = await owner.get(`/grants/${body.grantId}`);
    const [mail] = await takeMails(house);
    return [(Date.parse(grant.lapsesAt) - Date.parse(grant.requestedAt)) / 3_600_000, mail?.facts['hours']];
  };

  it('is twelve hours where nobody said otherwise', async () => expect(await asksAt()).toEqual([12, 12]));

  it.each([1, 72])('is %i hours where the organization says so, and the mail says it', async (hours) => {
    expect((await owner.patch('', { version: 1, decideWithinHours: hours })).body.decideWithinHours).toBe(hours);
    expect(await asksAt()).toEqual([hours, hours]);
  });

  it('is said by owners, within bounds, and stands in the log', async () => {
    expect((await helpdesk.patch('', { version: 1, decideWithinHours: 24 })).status).toBe(404);
    expect(await owner.patch('', { version: 1, decideWithinHours: 73 })).toMatchObject({ status: 422, body: { errors: [{ field: 'decideWithinHours' }] } });
    await owner.patch('', { version: 1, decideWithinHours: 24 });
    const [entry] = await house.rows(organizationId, `select facts from audit_entries where organization_id = $1 and action = 'organization.changed'`, [
      organizationId,
    ]);
    expect(entry).toEqual({ facts: { fields: 'decideWithinHours', fromHours: 12, toHours: 24 } });
  });

  it('does not change for what waits already', async () => {
    const { body } = await asksFor(house, helpdesk, { until: inHours(house, 48) });
    const before = (await owner.get(`/grants/${body.grantId}`)).body.lapsesAt;
    await owner.patch('', { version: 1, decideWithinHours: 1 });
    expect((await owner.get(`/grants/${body.grantId}`)).body.lapsesAt).toBe(before);
  });
});

describe('a lockbox', () => {
  let houses: LockboxHouse;

  beforeAll(async () => {
    houses = await LockboxHouse.start();
  });
  afterAll(() => houses.stop());

  it('waits as long as the organization gives, and says nothing of it to whoever asked but when', async () => {
    const { organizationId, owner } = await houses.tenant();
    await owner.patch('', { version: 1, decideWithinHours: 3 });
    const { body } = await houses.asks(organizationId);
    expect((Date.parse(body.lapsesAt) - Date.parse(body.requestedAt)) / 3_600_000).toBe(3);
    const mails = await houses.house.database.tenant(systemActor(organizationId, 'spec'), () => takeMails(houses.house));
    expect(mails.map(({ facts }) => facts['hours'])).toEqual([3, 3]);
  });
});
