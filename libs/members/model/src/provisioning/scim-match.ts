import type { ScimAttribute, ScimResourceType, ScimValue } from './scim-attribute';
import { isScimValue, named } from './scim-attribute';
import { invalidFilter } from './scim-error';
import type { CompareValue, Filter, Operator } from './scim-filter';
import { nameIn } from './scim-path';

/** The part an attribute of several parts is compared by where none is named. */
export const comparedPart = ({ subAttributes = [] }: ScimAttribute): ScimAttribute | undefined => named(subAttributes, 'value');

/**
 * Holds a comparison to what can be compared.
 * @throws {DomainError} `scim.invalid_filter`
 */
export function refuseComparison({ name, type }: ScimAttribute, operator: Operator, value: CompareValue): void {
  if (value === null) {
    if (operator === 'eq' || operator === 'ne') return;
    throw invalidFilter(`${name}: only eq and ne compare with null.`);
  }
  if (type === 'boolean' && (typeof value !== 'boolean' || (operator !== 'eq' && operator !== 'ne'))) {
    throw invalidFilter(`${name} is true or false, and is compared by eq and ne.`);
  }
  if (type === 'dateTime' && (typeof value !== 'string' || !isMoment(value) || ['co', 'sw', 'ew'].includes(operator))) {
    throw invalidFilter(`${name} is a moment such as "2026-11-26T09:00:00Z", and is compared by eq, ne, gt, ge, lt and le.`);
  }
  if ((type === 'string' || type === 'reference') && typeof value !== 'string') throw invalidFilter(`${name} is compared with a text in double quotes.`);
  if (type === 'complex') throw invalidFilter(`${name} has parts; name the one that is compared.`);
}

/** Whether a text is a moment as the protocol writes them. */
export const isMoment = (text: string): boolean =>
  /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * Tells whether a filter selects a resource, in memory. The database selects by the same words; specs hold the two to each other.
 * @throws {DomainError} `scim.invalid_filter`
 */
export const selects = (type: ScimResourceType, filter: Filter, resource: ScimValue): boolean =>
  holds(filter, (path, test) => {
    const found = nameIn(type, path);
    // what nobody keeps nobody has
    if (found.kind === 'not-kept') return 'operator' in test && (test.operator === 'ne' ? test.value !== null : test.operator === 'eq' && test.value === null);
    if (found.kind !== 'attribute') throw invalidFilter('The filter names an attribute that is not known here.');
    const { extension, attribute, sub } = found;
    const holder: unknown = extension === null ? resource : resource[extension.id];
    return valuesOf(isScimValue(holder) ? holder[attribute.name] : undefined, attribute, sub, test);
  });

/**
 * Tells whether a filter inside brackets selects one of several values.
 * @throws {DomainError} `scim.invalid_filter`
 */
export const selectsValue = ({ subAttributes = [], name }: ScimAttribute, filter: Filter, value: ScimValue): boolean =>
  holds(filter, (path, test) => {
    const part = named(subAttributes, path);
    if (part === undefined) throw invalidFilter(`${name} has no part of that name.`);
    return valuesOf(value[part.name], part, null, test);
  });

type Test = { readonly present: true } | { readonly operator: Operator; readonly value: CompareValue } | { readonly inside: Filter };

function holds(filter: Filter, ask: (path: string, test: Test) => boolean): boolean {
  switch (filter.kind) {
    case 'and':
      // every part is asked, so that a faulty one is told whatever the others say
      return filter.parts.map((part) => holds(part, ask)).every(Boolean);
    case 'or':
      return filter.parts.map((part) => holds(part, ask)).some(Boolean);
    case 'not':
      return !holds(filter.part, ask);
    case 'present':
      return ask(filter.path, { present: true });
    case 'compare':
      return ask(filter.path, filter);
    case 'values':
      return ask(filter.path, { inside: filter.filter });
  }
}

function valuesOf(held: unknown, attribute: ScimAttribute, sub: ScimAttribute | null, test: Test): boolean {
  const values: readonly unknown[] = attribute.multiValued ? (Array.isArray(held) ? held : []) : held === undefined || held === null ? [] : [held];
  if ('inside' in test) {
    if (!attribute.multiValued || sub !== null) throw invalidFilter(`${attribute.name} has not several values.`);
    // asked of a value that is not there too, so that a faulty filter is told whoever has values
    selectsValue(attribute, test.inside, {});
    return values.some((value) => isScimValue(value) && selectsValue(attribute, test.inside, value));
  }
  const part = sub ?? ('present' in test ? null : attribute.type === 'complex' ? comparedPart(attribute) : null);
  if ('present' in test) return values.some((value) => isThere(part === null || part === undefined ? value : partOf(value, part)));
  const compared = part ?? attribute;
  refuseComparison(compared, test.operator, test.value);
  const found = values.map((value) => (part === null || part === undefined ? value : partOf(value, part))).filter(isThere);
  // what is not there differs from whatever it is compared with
  if (test.operator === 'ne') return !compares(found, compared, 'eq', test.value);
  return compares(found, compared, test.operator, test.value);
}

const partOf = (value: unknown, part: ScimAttribute): unknown => (isScimValue(value) ? value[part.name] : undefined);

const isThere = (value: unknown): boolean => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

function compares(found: readonly unknown[], attribute: ScimAttribute, operator: Operator, value: CompareValue): boolean {
  if (value === null) return found.length === 0;
  return found.some((one) => comparesOne(comparable(one, attribute), operator, comparable(value, attribute)));
}

function comparable(value: unknown, { type, caseExact }: ScimAttribute): string | boolean | number {
  if (typeof value === 'boolean') return value;
  if (type === 'dateTime') return Date.parse(String(value));
  return caseExact ? String(value) : String(value).toLowerCase();
}

function comparesOne(one: string | boolean | number, operator: Operator, other: string | boolean | number): boolean {
  switch (operator) {
    case 'eq':
      return one === other;
    case 'ne':
      return one !== other;
    case 'co':
      return String(one).includes(String(other));
    case 'sw':
      return String(one).startsWith(String(other));
    case 'ew':
      return String(one).endsWith(String(other));
    case 'gt':
      return one > other;
    case 'ge':
      return one >= other;
    case 'lt':
      return one < other;
    case 'le':
      return one <= other;
  }
}
