import { isScimValue, named, type ScimAttribute, type ScimResourceType, type ScimValue } from './scim-attribute';
import { readValue } from './scim-body';
import { invalidValue, noTarget, notMutable } from './scim-error';
import type { Filter } from './scim-filter';
import { selectsValue } from './scim-match';
import { nameIn, parsePath, type PatchPath } from './scim-path';
import type { PatchOperation } from './scim-patch-message';

/** A resource after a change, and what of the change is not kept. */
export interface Patched {
  readonly resource: ScimValue;
  readonly notKept: readonly string[];
}

type Target = Extract<PatchPath, { kind: 'attribute' }>;

/** A resource that is being changed: the values of each schema under its name, those of its own under none. */
type Draft = Map<string, Map<string, unknown>>;

/**
 * Changes a resource, all operations or none.
 * @param resource as it is, with the names of the schemas
 * @throws {DomainError} `scim.no_target`, `scim.invalid_path`, `scim.invalid_value`, `scim.mutability`
 * @see RFC 7644 section 3.5.2
 */
export function applyPatch(type: ScimResourceType, resource: ScimValue, operations: readonly PatchOperation[]): Patched {
  const draft = draftOf(type, resource);
  const notKept: string[] = [];
  for (const operation of operations) apply(type, draft, operation, notKept);
  return { resource: resourceOf(draft), notKept };
}

function draftOf(type: ScimResourceType, resource: ScimValue): Draft {
  const draft: Draft = new Map([['', new Map(Object.entries(resource).filter(([key]) => !type.extensions.some(({ id }) => id === key)))]]);
  for (const { id } of type.extensions) {
    const held = resource[id];
    draft.set(id, new Map(isScimValue(held) ? Object.entries(held) : []));
  }
  return draft;
}

const resourceOf = (draft: Draft): ScimValue =>
  Object.fromEntries([...draft].flatMap(([id, values]) => (id === '' ? [...values] : values.size === 0 ? [] : [[id, Object.fromEntries(values)]])));

function apply(type: ScimResourceType, draft: Draft, { op, path, value }: PatchOperation, notKept: string[]): void {
  if (path === null) {
    if (op === 'remove') throw noTarget('An operation that removes says by path what it removes.');
    return applyMany(type, draft, op, value, notKept);
  }
  const target = parsePath(type, path);
  if (target.kind === 'not-kept') return void notKept.push(target.name);
  if (target.kind === 'schema') return applyToSchema(type, draft, { op, id: target.extension?.id ?? '', value }, notKept);
  refuseReadOnly(target);
  applyTo(draft, target, op, value);
}

/** Without a path the value holds several; some programs write paths as their names. What is read-only there is passed over. */
function applyMany(type: ScimResourceType, draft: Draft, op: 'add' | 'replace', value: unknown, notKept: string[]): void {
  if (!isScimValue(value)) throw invalidValue('Without a path, value is an object of attributes.');
  for (const [name, one] of Object.entries(value)) {
    if (nameIn(type, name).kind === 'unknown' && !name.includes('[')) continue;
    const target = parsePath(type, name);
    if (target.kind === 'not-kept') notKept.push(target.name);
    else if (target.kind === 'schema') applyToSchema(type, draft, { op, id: target.extension?.id ?? '', value: one }, notKept);
    else if (!isReadOnly(target)) applyTo(draft, target, op, one);
  }
}

interface SchemaChange {
  readonly op: PatchOperation['op'];
  /** the extension; none for the resource's own schema */
  readonly id: string;
  readonly value: unknown;
}

function applyToSchema(type: ScimResourceType, draft: Draft, { op, id, value }: SchemaChange, notKept: string[]): void {
  if (op === 'remove') {
    if (id === '') throw notMutable('The schema of the resource itself cannot be removed.');
    return void draft.get(id)?.clear();
  }
  if (!isScimValue(value)) throw invalidValue('The value for a schema is an object of attributes.');
  const prefixed = Object.entries(value).map(([name, one]) => [id === '' ? name : `${id}:${name}`, one] as const);
  applyMany(type, draft, op, Object.fromEntries(prefixed), notKept);
}

const isReadOnly = ({ attribute, sub }: Target): boolean => attribute.mutability === 'readOnly' || sub?.mutability === 'readOnly';

function refuseReadOnly(target: Target): void {
  if (isReadOnly(target)) throw notMutable(`${(target.sub ?? target.attribute).name} is read-only.`);
}

function applyTo(draft: Draft, target: Target, op: PatchOperation['op'], value: unknown): void {
  const { extension, attribute } = target;
  const values = draft.get(extension?.id ?? '') ?? new Map<string, unknown>();
  const held = values.get(attribute.name);
  const next = attribute.multiValued ? nextList(target, op, Array.isArray(held) ? held.filter(isScimValue) : [], value) : nextOne(target, op, held, value);
  if (next === undefined || (Array.isArray(next) && next.length === 0)) values.delete(attribute.name);
  else values.set(attribute.name, next);
}

function nextOne({ attribute, sub }: Target, op: PatchOperation['op'], held: unknown, value: unknown): unknown {
  if (attribute.type !== 'complex') return op === 'remove' ? removed(attribute) : given(attribute, value);
  const parts = isScimValue(held) ? held : {};
  if (sub !== null) return withPart(parts, sub, op === 'remove' ? undefined : given(sub, value));
  if (op === 'remove') return removed(attribute);
  const read = given(attribute, value);
  // what is not named of several parts stays as it is
  return isScimValue(read) ? { ...parts, ...read } : undefined;
}

/** @see RFC 7644 section 3.5.2.2, which calls this a matter of mutability */
function removed({ required, name }: ScimAttribute): undefined {
  if (required) throw notMutable(`${name} is required and cannot be removed.`);
  return undefined;
}

function given(attribute: ScimAttribute, value: unknown): unknown {
  const read = readValue(attribute, value);
  if (read === undefined && attribute.required) throw invalidValue(`${attribute.name} is required and cannot be empty.`);
  return read;
}

const withPart = (parts: ScimValue, sub: ScimAttribute, value: unknown): ScimValue | undefined => {
  const { [sub.name]: _, ...others } = parts;
  const next = value === undefined ? others : { ...others, [sub.name]: value };
  return Object.keys(next).length === 0 ? undefined : next;
};

function nextList(target: Target, op: PatchOperation['op'], held: readonly ScimValue[], value: unknown): readonly ScimValue[] {
  const { attribute, sub, filter } = target;
  if (filter !== null || sub !== null) return selected(target, op, held, value);
  if (op === 'remove') return value === undefined || value === null ? [] : without(attribute, held, value);
  const added = listOf(attribute, value);
  return op === 'replace' ? added : few(attribute, joined(held, added));
}

/** Most values of one attribute while it is being changed: each is compared with each. */
const MAX_HELD = 200;

function listOf(attribute: ScimAttribute, value: unknown): readonly ScimValue[] {
  const read = readValue(attribute, value);
  return few(attribute, Array.isArray(read) ? read.filter(isScimValue) : []);
}

function few({ name }: ScimAttribute, values: readonly ScimValue[]): readonly ScimValue[] {
  if (values.length > MAX_HELD) throw invalidValue(`${name} has at most ${MAX_HELD} values.`);
  return values;
}

/** What is added stands beside what was there, and only one is the first. What was there already is not there twice. @see RFC 7644 section 3.5.2.1 */
function joined(held: readonly ScimValue[], added: readonly ScimValue[]): readonly ScimValue[] {
  const first = added.some(({ primary }) => primary === true);
  const kept = held.filter((one) => !added.some((other) => isSame(one, other)));
  return [...kept.map((one) => (first && one['primary'] === true ? { ...one, primary: false } : one)), ...added];
}

const isSame = (one: ScimValue, added: ScimValue): boolean =>
  lowered(one['value']) === lowered(added['value']) && (added['type'] === undefined || lowered(one['type']) === lowered(added['type']));

const lowered = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

/** Some programs name what goes by value, beside the path of all of them. */
function without(attribute: ScimAttribute, held: readonly ScimValue[], value: unknown): readonly ScimValue[] {
  const gone = new Set(listOf(attribute, value).map((one) => lowered(one['value'])));
  return held.filter((one) => !gone.has(lowered(one['value'])));
}

function selected({ attribute, sub, filter }: Target, op: PatchOperation['op'], held: readonly ScimValue[], value: unknown): readonly ScimValue[] {
  const chosen = (one: ScimValue): boolean => filter === null || selectsValue(attribute, filter, one);
  if (filter !== null) selectsValue(attribute, filter, {});
  if (op === 'remove') {
    return held.flatMap((one) => {
      if (!chosen(one)) return [one];
      const next = sub === null ? undefined : withPart(one, sub, undefined);
      return next === undefined ? [] : [next];
    });
  }
  const changed = sub === null ? listOf(attribute, value)[0] : given(sub, value);
  if (!held.some(chosen)) {
    if (op === 'replace' && filter !== null) throw noTarget('The filter of the path selects no value.');
    return few(attribute, [...held, ...made(attribute, sub, filter, changed)]);
  }
  const isFirst = sub?.name === 'primary' && changed === true;
  return held.flatMap((one) => {
    if (!chosen(one)) return [isFirst && one['primary'] === true ? { ...one, primary: false } : one];
    const next = sub === null ? (isScimValue(changed) ? { ...one, ...changed } : undefined) : withPart(one, sub, changed);
    return next === undefined ? [] : [next];
  });
}

/**
 * Where nothing is selected there is nothing to replace, as the RFC says; but what the filter asks for by `eq` is a value that could be there, and
 * Entra expects that it is made where it is added: `emails[type eq "work"].value`.
 */
function made(attribute: ScimAttribute, sub: ScimAttribute | null, filter: Filter | null, changed: unknown): readonly ScimValue[] {
  const asked = filter === null ? {} : askedFor(attribute, filter);
  if (asked === null) throw noTarget('The filter of the path selects no value.');
  if (sub === null) return isScimValue(changed) ? [{ ...asked, ...changed }] : [];
  return changed === undefined ? [] : [{ ...asked, [sub.name]: changed }];
}

function askedFor(attribute: ScimAttribute, filter: Filter): ScimValue | null {
  if (filter.kind === 'and') {
    return filter.parts.reduce<ScimValue | null>((asked, part) => {
      const more = asked === null ? null : askedFor(attribute, part);
      return more === null ? null : { ...asked, ...more };
    }, {});
  }
  if (filter.kind !== 'compare' || filter.operator !== 'eq' || filter.value === null) return null;
  const part = named(attribute.subAttributes ?? [], filter.path);
  return part?.name === 'type' || part?.name === 'primary' ? { [part.name]: filter.value } : null;
}
