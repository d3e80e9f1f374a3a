import { isScimValue, type ScimAttribute, type ScimResourceType, type ScimValue } from './scim-attribute';
import { nameIn } from './scim-path';

/** Which attributes are asked for, or asked to be left out; as they were written. */
export interface Wanted {
  readonly attributes: readonly string[] | null;
  readonly excludedAttributes: readonly string[];
}

/** Everything that is answered where nothing is asked for. */
export const EVERYTHING: Wanted = { attributes: null, excludedAttributes: [] };

/** Chosen parts of an attribute; `null` stands for all of them. */
type Parts = ReadonlySet<string> | null;

/** Names of attributes, with the extension before them, and which of their parts. */
type Choice = ReadonlyMap<string, Parts>;

/**
 * Leaves of a resource what was asked for; what is always answered stays.
 * @see RFC 7644 section 3.9
 */
export function project(type: ScimResourceType, resource: ScimValue, wanted: Wanted): ScimValue {
  const asked = wanted.attributes === null ? null : choiceOf(type, wanted.attributes);
  const left = choiceOf(type, wanted.excludedAttributes);
  if (asked === null && left.size === 0) return resource;
  const own = chosenOf(resource, '', { asked, left });
  const extensions = type.extensions.flatMap(({ id }) => {
    const held = resource[id];
    if (!isScimValue(held)) return [];
    const chosen = chosenOf(held, `${id}:`, { asked, left });
    return Object.keys(chosen).length === 0 ? [] : [[id, chosen] as const];
  });
  return { ...Object.fromEntries(Object.entries(own).filter(([key]) => !type.extensions.some(({ id }) => id === key))), ...Object.fromEntries(extensions) };
}

/** Tells whether an attribute is answered at all, so that nothing is read for it in vain. */
export function isWanted(type: ScimResourceType, wanted: Wanted, name: string): boolean {
  const asked = wanted.attributes === null ? null : choiceOf(type, wanted.attributes);
  const left = choiceOf(type, wanted.excludedAttributes);
  return (asked === null || asked.has(name)) && !(left.has(name) && left.get(name) === null);
}

/** What the names of one question choose: it is found out once, and not for each resource that is answered. */
const CHOICES = new WeakMap<readonly string[], Map<ScimResourceType, Choice>>();

function choiceOf(type: ScimResourceType, names: readonly string[]): Choice {
  const known = CHOICES.get(names) ?? new Map<ScimResourceType, Choice>();
  const choice = known.get(type) ?? chosenBy(type, names);
  CHOICES.set(names, known.set(type, choice));
  return choice;
}

function chosenBy(type: ScimResourceType, names: readonly string[]): Choice {
  const choice = new Map<string, Parts>();
  for (const written of names) {
    const found = nameIn(type, written);
    if (found.kind === 'schema') {
      const prefix = found.extension === null ? '' : `${found.extension.id}:`;
      for (const { name } of (found.extension ?? type.schema).attributes) choice.set(`${prefix}${name}`, null);
    }
    if (found.kind !== 'attribute') continue;
    const key = `${found.extension === null ? '' : `${found.extension.id}:`}${found.attribute.name}`;
    const before = choice.get(key);
    if (found.sub === null || before === null) choice.set(key, null);
    else choice.set(key, new Set([...(before ?? []), found.sub.name]));
  }
  return choice;
}

const ALWAYS: ReadonlySet<string> = new Set<ScimAttribute['name']>(['schemas', 'id']);

function chosenOf(values: ScimValue, prefix: string, { asked, left }: { readonly asked: Choice | null; readonly left: Choice }): ScimValue {
  const chosen: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const key = `${prefix}${name}`;
    if (prefix === '' && ALWAYS.has(name)) chosen[name] = value;
    else if (asked !== null) {
      const parts = asked.get(key);
      if (parts !== undefined) chosen[name] = parts === null ? value : withParts(value, (part) => parts.has(part));
    } else {
      const parts = left.get(key);
      if (parts === undefined) chosen[name] = value;
      else if (parts !== null) chosen[name] = withParts(value, (part) => !parts.has(part));
    }
  }
  return chosen;
}

function withParts(value: unknown, keep: (part: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => withParts(one, keep));
  return isScimValue(value) ? Object.fromEntries(Object.entries(value).filter(([part]) => keep(part))) : value;
}
