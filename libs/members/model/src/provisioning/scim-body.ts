import { COMMON_ATTRIBUTES, isScimValue, named, type ScimAttribute, type ScimResourceType, type ScimSchema, type ScimValue } from './scim-attribute';
import { invalidSyntax, invalidValue } from './scim-error';
import { isNotKept } from './scim-schemas';

/** What was sent, in the names of the schemas, and what of it is not kept. */
export interface ReadBody {
  readonly resource: ScimValue;
  /** attributes the RFC has and nothing here keeps */
  readonly notKept: readonly string[];
}

/**
 * Reads a resource as a program sends it: names in whatever case, attributes of the resource's own schema at the top or below its name,
 * `"True"` for true. Unknown and read-only attributes are passed over; `null` and empty lists mean that there is no value.
 * @throws {DomainError} `scim.invalid_syntax`, `scim.invalid_value`
 * @see RFC 7644 section 3.3
 */
export function readBody(type: ScimResourceType, body: unknown): ReadBody {
  if (!isScimValue(body)) throw invalidSyntax('The message is one JSON object.');
  refuseSchemas(body, type.schema.id);
  const notKept: string[] = [];
  const resource: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(body)) {
    const extension = type.extensions.find(({ id }) => id.toLowerCase() === key.toLowerCase());
    const below = key.toLowerCase() === type.schema.id.toLowerCase();
    if (extension !== undefined) Object.assign(resource, ofExtension(extension, value, notKept));
    else if (below && isScimValue(value)) Object.assign(resource, ofSchema(type.schema, value, notKept));
    else Object.assign(resource, ofSchema(type.schema, { [key]: value }, notKept));
  }
  return { resource, notKept };
}

/**
 * Holds a message to naming what it is.
 * @throws {DomainError} `scim.invalid_syntax`
 */
export function refuseSchemas(body: ScimValue, id: string): void {
  const schemas = Object.entries(body).find(([key]) => key.toLowerCase() === 'schemas')?.[1];
  const named = Array.isArray(schemas) && schemas.some((one) => typeof one === 'string' && one.toLowerCase() === id.toLowerCase());
  if (!named) throw invalidSyntax(`The attribute schemas is required and names ${id}.`);
}

function ofExtension(schema: ScimSchema, value: unknown, notKept: string[]): ScimValue {
  if (value === null) return {};
  if (!isScimValue(value)) throw invalidValue(`${schema.id} is an object.`);
  const read = ofSchema(schema, value, notKept);
  return Object.keys(read).length === 0 ? {} : { [schema.id]: read };
}

function ofSchema(schema: ScimSchema, values: ScimValue, notKept: string[]): ScimValue {
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const attribute = named([...schema.attributes, ...COMMON_ATTRIBUTES], key);
    if (attribute === undefined && isNotKept(schema.id, key, null)) notKept.push(key);
    if (attribute === undefined || attribute.mutability === 'readOnly') continue;
    const taken = readValue(attribute, value);
    if (taken !== undefined) read[attribute.name] = taken;
  }
  return read;
}

/**
 * Reads the value of an attribute.
 * @returns `undefined` where it is no value
 * @throws {DomainError} `scim.invalid_value`
 */
export function readValue(attribute: ScimAttribute, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (!attribute.multiValued) return readOne(attribute, value);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const read = list.map((one) => readOne(attribute, one)).filter((one) => one !== undefined);
  return read.length === 0 ? undefined : read;
}

function readOne(attribute: ScimAttribute, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (attribute.type === 'complex') return readParts(attribute, value);
  if (attribute.type === 'boolean') return readBoolean(attribute, value);
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && attribute.type === 'string') return String(value);
  throw invalidValue(`${attribute.name} is a text.`);
}

/** Entra writes true and false as texts, with a capital letter. */
function readBoolean({ name }: ScimAttribute, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  if (word === 'true' || word === 'false') return word === 'true';
  throw invalidValue(`${name} is true or false.`);
}

/** Entra sends a bare text where a value with parts belongs: a manager is then the one whose identifier it is. */
function readParts(attribute: ScimAttribute, value: unknown): ScimValue | undefined {
  const { name, subAttributes = [] } = attribute;
  const parts = typeof value === 'string' && named(subAttributes, 'value') !== undefined ? { value } : value;
  if (!isScimValue(parts)) throw invalidValue(`${name} is an object.`);
  const read: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(parts)) {
    const sub = named(subAttributes, key);
    if (sub === undefined || sub.mutability === 'readOnly') continue;
    const taken = readValue(sub, part);
    if (taken !== undefined) read[sub.name] = taken;
  }
  return Object.keys(read).length === 0 ? undefined : read;
}
