import { COMMON_ATTRIBUTES, named, type ScimAttribute, type ScimResourceType, type ScimSchema } from './scim-attribute';
import { invalidPath } from './scim-error';
import { type Filter, FilterReader, MAX_FILTER } from './scim-filter';
import { isNotKept } from './scim-schemas';
import { tokensOf } from './scim-token';

/** An attribute of a kind of resource, or a part of one. */
export interface AttributePath {
  /** the extension it belongs to; `null` for the resource's own schema */
  readonly extension: ScimSchema | null;
  readonly attribute: ScimAttribute;
  readonly sub: ScimAttribute | null;
}

/** What a path names. */
export type Named =
  | ({ readonly kind: 'attribute' } & AttributePath)
  | { readonly kind: 'schema'; readonly extension: ScimSchema | null }
  /** the RFC has it, nothing here keeps it */
  | { readonly kind: 'not-kept'; readonly name: string }
  | { readonly kind: 'unknown' };

/** Where an operation changes a resource. */
export type PatchPath =
  | ({ readonly kind: 'attribute'; readonly filter: Filter | null } & AttributePath)
  | { readonly kind: 'schema'; readonly extension: ScimSchema | null }
  | { readonly kind: 'not-kept'; readonly name: string };

/**
 * Finds what a name written by a program means: with or without the schema before it, in upper or lower case.
 * @param text `name.familyName`, `urn:ietf:params:scim:schemas:core:2.0:User:userName`
 */
export function nameIn(type: ScimResourceType, text: string): Named {
  const lower = text.toLowerCase();
  if (!lower.startsWith('urn:')) return attributeIn(type, [type.schema, ...type.extensions], text);
  const schema = [type.schema, ...type.extensions].find(({ id }) => lower === id.toLowerCase() || lower.startsWith(`${id.toLowerCase()}:`));
  if (schema === undefined) return { kind: 'unknown' };
  const rest = text.slice(schema.id.length + 1);
  return rest === '' ? { kind: 'schema', extension: schema === type.schema ? null : schema } : attributeIn(type, [schema], rest);
}

function attributeIn(type: ScimResourceType, schemas: readonly ScimSchema[], text: string): Named {
  const [name = '', part, ...more] = text.split('.');
  if (more.length > 0) return { kind: 'unknown' };
  for (const schema of schemas) {
    const own = schema === type.schema;
    const attribute = named(own ? [...schema.attributes, ...COMMON_ATTRIBUTES] : schema.attributes, name);
    const sub = part === undefined ? null : (named(attribute?.subAttributes ?? [], part) ?? undefined);
    if (attribute !== undefined && sub !== undefined) return { kind: 'attribute', extension: own ? null : schema, attribute, sub };
    if (isNotKept(schema.id, attribute?.name ?? name, part ?? null)) return { kind: 'not-kept', name: text };
  }
  return { kind: 'unknown' };
}

/**
 * Reads the path of an operation.
 * @throws {DomainError} `scim.invalid_path`
 * @see RFC 7644 figure 7
 */
export function parsePath(type: ScimResourceType, text: string): PatchPath {
  if (text.length > MAX_FILTER) throw invalidPath(`A path has at most ${MAX_FILTER} characters.`);
  const { name, filter, part } = pieces(text);
  const found = nameIn(type, part === null ? name : `${name}.${part}`);
  if (found.kind === 'unknown') throw invalidPath('The path names no attribute of this resource.');
  if (found.kind === 'schema' && filter !== null) throw invalidPath('A filter belongs to an attribute with several values.');
  if (found.kind !== 'attribute') return found;
  if (filter !== null && !found.attribute.multiValued) throw invalidPath('A filter belongs to an attribute with several values.');
  return { ...found, filter };
}

interface Pieces {
  readonly name: string;
  readonly filter: Filter | null;
  readonly part: string | null;
}

function pieces(text: string): Pieces {
  try {
    const reader = new FilterReader(tokensOf(text));
    const name = reader.take();
    if (name.kind !== 'word') throw invalidPath('A path begins with the name of an attribute.');
    if (reader.next === undefined) return { name: name.text, filter: null, part: null };
    if (reader.take().text !== '[') throw invalidPath('The path cannot be read.');
    const filter = reader.either(1);
    if (reader.take().text !== ']') throw invalidPath('The path cannot be read.');
    if (reader.next === undefined) return { name: name.text, filter, part: null };
    if (reader.take().text !== '.') throw invalidPath('The path cannot be read.');
    const part = reader.take();
    reader.end();
    return { name: name.text, filter, part: part.text };
  } catch {
    throw invalidPath('The path cannot be read.');
  }
}
