import { newId } from '@smartpar/kernel';
import { AddMembers } from '@smartpar/members/api';
import { House } from './house';
import type { Person } from './person';

let house: House;
let owner: Person;
let helpdesk: Person;

const entity = { name: 'Larkspur Instruments GmbH', country: 'DE', postalAddress: 'Lerchenweg 1, 34117 Kassel' };
const works = { name: 'Kassel works', country: 'DE', subdivision: 'DE-HE', postalAddress: 'Lerchenweg 1, 34117 Kassel' };

beforeAll(async () => {
  house = await House.start();
});

beforeEach(async () => {
  const larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
  helpdesk = await house.person(larkspur, 'helpdesk');
});

afterAll(() => house.stop());

const addedEntity = async (fields: object = {}): Promise<{ id: string; version: number }> =>
  (await owner.post('/legal-entities', { ...entity, ...fields })).body;
const addedSite = async (legalEntityId: string, fields: object = {}): Promise<{ id: string; version: number }> =>
  (await owner.post('/sites', { ...works, legalEntityId, ...fields })).body;

describe('legal entities', () => {
  it('are added by an owner and listed by name', async () => {
    await addedEntity({ name: 'Larkspur Service B.V.', country: 'NL' });
    const { status, body } = await owner.post('/legal-entities', entity);
    expect(status).toBe(201);
    expect(body).toEqual({ ...entity, id: expect.any(String), registrationNumber: null, version: 1 });
    expect((await helpdesk.get('/legal-entities')).body.items.map(({ name }: { name: string }) => name)).toEqual([
      'Larkspur Instruments GmbH',
      'Larkspur Service B.V.',
    ]);
  });

  it('are replaced as a whole, on the version that was read', async () => {
    const { id } = await addedEntity({ registrationNumber: 'HRB 1' });
    expect((await owner.put(`/legal-entities/${id}`, { ...entity, version: 1 })).body).toMatchObject({ registrationNumber: null, version: 2 });
    expect((await owner.put(`/legal-entities/${id}`, { ...entity, version: 1 })).body.code).toBe('organization.changed_meanwhile');
    expect((await owner.put(`/legal-entities/${newId()}`, { ...entity, version: 1 })).status).toBe(404);
  });

  it('stay while sites are under them', async () => {
    const { id } = await addedEntity();
    const site = await addedSite(id);
    const { status, body } = await owner.delete(`/legal-entities/${id}`);
    expect(status).toBe(409);
    expect(body.code).toBe('legal_entity.in_use');
    expect((await owner.delete(`/sites/${site.id}`)).status).toBe(204);
    expect((await owner.delete(`/legal-entities/${id}`)).status).toBe(204);
    expect((await owner.get('/legal-entities')).body.items).toEqual([]);
    expect((await house.log(owner.is.organizationId)).filter((action) => action.startsWith('legal-entity') || action.startsWith('site'))).toEqual([
      'legal-entity.added',
      'site.added',
      'site.removed',
      'legal-entity.removed',
    ]);
  });
});

describe('sites', () => {
  it('name the legal entity responsible, and a contact of their own where they have one', async () => {
    const { id: legalEntityId } = await addedEntity();
    const { status, body } = await owner.post('/sites', {
      ...works,
      legalEntityId,
      contactName: 'Moss Beck',
      contactEmail: 'kassel@larkspur.example',
      timeZone: 'Europe/Berlin',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      ...works,
      legalEntityId,
      id: expect.any(String),
      contactName: 'Moss Beck',
      contactEmail: 'kassel@larkspur.example',
      timeZone: 'Europe/Berlin',
      version: 1,
    });
    expect((await helpdesk.get('/sites')).body.items).toEqual([body]);
  });

  it('are made once per act', async () => {
    const { id: legalEntityId } = await addedEntity();
    const key = 'add-kassel-works-once';
    const [first, second] = await Promise.all([owner.post('/sites', { ...works, legalEntityId }, key), owner.post('/sites', { ...works, legalEntityId }, key)]);
    expect(second.body).toEqual(first.body);
    expect((await owner.get('/sites')).body.items).toHaveLength(1);
  });

  it('cannot stand under an entity of somebody else', async () => {
    const other = await house.person(await house.organization(), 'owner');
    const { body: theirs } = await other.post('/legal-entities', entity);
    const { status, body } = await owner.post('/sites', { ...works, legalEntityId: theirs.id });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'site.unknown_legal_entity', errors: [{ field: 'legalEntityId' }] });
  });

  it('of another organization look like none', async () => {
    const other = await house.person(await house.organization(), 'owner');
    const { id: legalEntityId } = await addedEntity();
    const { id } = await addedSite(legalEntityId);
    expect((await other.put(`/sites/${id}`, { ...works, legalEntityId, version: 1 })).status).toBe(404);
    expect((await other.delete(`/sites/${id}`)).status).toBe(404);
    expect((await owner.get('/sites')).body.items).toMatchObject([{ id, version: 1 }]);
  });

  it('stay while members belong to them', async () => {
    const { id: legalEntityId } = await addedEntity();
    const { id: siteId } = await addedSite(legalEntityId);
    await house
      .get(AddMembers)
      .run(owner.is.organizationId, [{ email: 'wren@larkspur.example', firstName: 'Wren', lastName: 'Foxglade', locale: 'en', siteId }]);
    const { status, body } = await owner.delete(`/sites/${siteId}`);
    expect(status).toBe(409);
    expect(body.code).toBe('site.in_use');
  });

  it.each([
    ['contactEmail', { contactName: 'Moss Beck' }],
    ['subdivision', { subdivision: 'US-CA' }],
    ['timeZone', { timeZone: '+02:00' }],
    ['country', { country: 'XX' }],
    ['name', { name: '' }],
    ['kind', { kind: 'plant' }],
  ])('refuse %s when it cannot be used', async (field, bad) => {
    const { id: legalEntityId } = await addedEntity();
    const { status, body } = await owner.post('/sites', { ...works, legalEntityId, ...bad });
    expect(status).toBe(422);
    expect(body.errors[0].field).toBe(field);
  });
});
