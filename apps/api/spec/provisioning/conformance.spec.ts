import { randomUUID } from 'node:crypto';
import type { ScimAttribute, ScimValue } from '@smartpar/members/model';
import type { House } from '../organizations/house';
import { type Directory, directoryOf, provisioningHouse, type ScimAnswer } from './provisioning-house';

interface Kind {
  readonly name: string;
  readonly endpoint: string;
  readonly schema: string;
  readonly schemaExtensions?: readonly { readonly schema: string }[];
}

let house: House;
let directory: Directory;
let kinds: readonly Kind[];
let attributes: ReadonlyMap<string, readonly ScimAttribute[]>;

beforeAll(async () => {
  house = await provisioningHouse();
  directory = await directoryOf(house, await house.organization());
  kinds = (await directory.get('/ResourceTypes')).body.Resources;
  const schemas: readonly { id: string; attributes: readonly ScimAttribute[] }[] = (await directory.get('/Schemas')).body.Resources;
  attributes = new Map(schemas.map(({ id, attributes: of }) => [id, of]));
});
afterAll(() => house.stop());

/** What a program that knows nothing but the published schemas makes up for an attribute. */
async function made(attribute: ScimAttribute, of = attribute.name): Promise<unknown> {
  const { name, type, canonicalValues = [], subAttributes = [] } = attribute;
  if (canonicalValues.length > 0) return canonicalValues[0];
  if (type === 'boolean') return true;
  if (type === 'reference') return (await directory.user()).meta.location;
  if (type === 'complex') return complete(subAttributes, of);
  if (of === 'emails' && name === 'value') return `${randomUUID()}@${randomUUID()}.example`;
  if (of === 'phoneNumbers' && name === 'value') return '0123456789';
  return randomUUID();
}

async function complete(parts: readonly ScimAttribute[], of: string): Promise<ScimValue> {
  const value: Record<string, unknown> = {};
  for (const part of parts) if (part.mutability !== 'readOnly') value[part.name] = await made(part, of);
  const reference = value['$ref'];
  return typeof reference === 'string' && 'value' in value ? { ...value, value: reference.slice(reference.lastIndexOf('/') + 1) } : value;
}

const valueOf = async (attribute: ScimAttribute): Promise<unknown> => (attribute.multiValued ? [await made(attribute)] : made(attribute));

interface Place {
  readonly path: string;
  readonly attribute: ScimAttribute;
  in(resource: ScimAnswer['body']): unknown;
}

/** Everything of a kind that may be written, with the path it is changed at; what is required cannot be taken away. */
const placesOf = ({ schema, schemaExtensions = [] }: Kind): readonly Place[] =>
  [schema, ...schemaExtensions.map((extension) => extension.schema)].flatMap((id) =>
    (attributes.get(id) ?? [])
      .filter(({ mutability, required }) => mutability !== 'readOnly' && !required)
      .map((attribute) => ({
        path: `${id}:${attribute.name}`,
        attribute,
        in: (resource: ScimAnswer['body']): unknown => (id === schema ? resource[attribute.name] : resource[id]?.[attribute.name]),
      })),
  );

/** Makes one, with everything that may be written, or with what it needs. */
async function one(kind: Kind, everything: boolean): Promise<ScimAnswer['body']> {
  const body: Record<string, unknown> = { schemas: [kind.schema] };
  for (const attribute of attributes.get(kind.schema) ?? [])
    if (attribute.mutability !== 'readOnly' && (everything || attribute.required)) body[attribute.name] = await valueOf(attribute);
  for (const { schema } of everything ? (kind.schemaExtensions ?? []) : []) body[schema] = await complete(attributes.get(schema) ?? [], schema);
  const answer = await directory.post(kind.endpoint, body);
  expect(answer).toMatchObject({ status: 201, body: { ...body, schemas: expect.arrayContaining([kind.schema]) } });
  return answer.body;
}

const isNothing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

describe('whoever knows nothing but the published schemas', () => {
  it.each(['User', 'Group'])('makes, reads, finds, replaces and removes a %s with all they name', async (name) => {
    const kind = kinds.find((found) => found.name === name) ?? fail(name);
    const resource = await one(kind, true);
    const path = `${kind.endpoint}/${resource.id}`;
    expect((await directory.get(path)).body).toEqual(resource);
    expect((await directory.get(kind.endpoint)).body.Resources[0].id).toBe(resource.id);
    const next = await one(kind, true);
    await directory.delete(`${kind.endpoint}/${next.id}`);
    const { id: _, meta: __, ...wanted } = next;
    expect(await directory.put(path, wanted)).toMatchObject({ status: 200, body: wanted });
    expect((await directory.delete(path)).status).toBe(204);
    expect([(await directory.get(path)).status, (await directory.delete(path)).status]).toEqual([404, 404]);
  });

  it.each(['User', 'Group'])('adds, replaces and takes away each part of a %s by its whole name', async (name) => {
    const kind = kinds.find((found) => found.name === name) ?? fail(name);
    const bare = await one(kind, false);
    for (const op of ['add', 'replace', 'remove'] as const) {
      for (const place of placesOf(kind)) {
        const value = op === 'remove' ? undefined : await valueOf(place.attribute);
        const answer = await directory.patch(`${kind.endpoint}/${bare.id}`, [{ op, path: place.path, ...(value !== undefined && { value }) }]);
        const read = await directory.get(`${kind.endpoint}/${bare.id}`);
        expect([op, place.path, answer.status]).toEqual([op, place.path, 200]);
        for (const { body } of [answer, read]) {
          if (op === 'remove') expect([place.path, isNothing(place.in(body))]).toEqual([place.path, true]);
          else expect({ at: place.path, value: place.in(body) }).toMatchObject({ at: place.path, value });
        }
      }
    }
  });
});

const fail = (name: string): never => {
  throw new Error(`There is no ${name}.`);
};
