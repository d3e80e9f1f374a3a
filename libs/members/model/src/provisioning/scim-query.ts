import { isScimValue, type ScimValue } from './scim-attribute';
import { refuseSchemas } from './scim-body';
import { MAX_SCIM_PAGE, MESSAGES, USUAL_SCIM_PAGE } from './scim-discovery';
import { invalidSyntax, invalidValue } from './scim-error';
import { type Filter, parseFilter } from './scim-filter';
import { field } from './scim-patch-message';
import type { Wanted } from './scim-projection';

/** What a list is asked for. */
export interface ScimQuery extends Wanted {
  readonly filter: Filter | null;
  readonly sortBy: string | null;
  readonly descending: boolean;
  /** the first one is 1 */
  readonly startIndex: number;
  readonly count: number;
}

/** Most characters a list of names of attributes may have. */
const MAX_NAMES = 8000;

/** Furthest place in a list that can be asked for. */
const MAX_START = 1_000_000_000;

/**
 * Reads which attributes are asked for.
 * @param query parameters of an address
 */
export const readWanted = (query: ScimValue): Wanted => {
  const wanted = { attributes: namesOf(query, 'attributes'), excludedAttributes: namesOf(query, 'excludedAttributes') ?? [] };
  // the one excludes the other; what is asked for counts
  return wanted.attributes === null ? wanted : { ...wanted, excludedAttributes: [] };
};

/**
 * Reads what a list is asked for, from the parameters of an address.
 * @throws {DomainError} `scim.invalid_filter`, `scim.invalid_value`
 * @see RFC 7644 section 3.4.2
 */
export function readQuery(query: ScimValue): ScimQuery {
  const filter = text(query, 'filter');
  const order = text(query, 'sortOrder')?.toLowerCase() ?? 'ascending';
  if (order !== 'ascending' && order !== 'descending') throw invalidValue('sortOrder is ascending or descending.');
  const startIndex = whole(query, 'startIndex') ?? 1;
  const count = whole(query, 'count') ?? USUAL_SCIM_PAGE;
  return {
    ...readWanted(query),
    filter: filter === null ? null : parseFilter(filter),
    sortBy: text(query, 'sortBy'),
    descending: order === 'descending',
    startIndex: Math.min(Math.max(1, startIndex), MAX_START),
    count: Math.min(Math.max(0, count), MAX_SCIM_PAGE),
  };
}

/**
 * Reads what a list is asked for, from a message.
 * @throws {DomainError} `scim.invalid_syntax`, `scim.invalid_filter`, `scim.invalid_value`
 * @see RFC 7644 section 3.4.3
 */
export function readSearch(body: unknown): ScimQuery {
  if (!isScimValue(body)) throw invalidSyntax('The message is one JSON object.');
  refuseSchemas(body, MESSAGES.search);
  return readQuery(body);
}

function text(query: ScimValue, name: string): string | null {
  const value = field(query, name);
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw invalidValue(`${name} is given once, as a text.`);
  return value;
}

function whole(query: ScimValue, name: string): number | null {
  const value = field(query, name);
  if (value === undefined || value === null || value === '') return null;
  const number = typeof value === 'number' ? value : typeof value === 'string' && /^[+-]?\d{1,15}$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw invalidValue(`${name} is a whole number.`);
  return number;
}

function namesOf(query: ScimValue, name: string): readonly string[] | null {
  const value = field(query, name);
  if (value === undefined || value === null || value === '') return null;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.map((one) => (typeof one === 'string' ? one : null));
  const written = texts.reduce((sum, one) => sum + (one?.length ?? 0), texts.length);
  if (texts.includes(null) || written > MAX_NAMES) throw invalidValue(`${name} is a list of names of attributes, with at most ${MAX_NAMES} characters.`);
  const names = texts.flatMap((one) => one?.split(',').map((part) => part.trim().toLowerCase()) ?? []);
  return [...new Set(names)].filter((one) => one !== '');
}
