import { isScimValue, type ScimValue } from './scim-attribute';
import { refuseSchemas } from './scim-body';
import { MAX_BULK_OPERATIONS, MESSAGES } from './scim-discovery';
import { invalidSyntax, tooManyOperations } from './scim-error';
import { field } from './scim-patch-message';

/** One operation of many. */
export interface BulkOperation {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly bulkId: string | null;
  readonly version: string | undefined;
  /** `Users` or `Groups` */
  readonly collection: string;
  /** the identifier, or `bulkId:` and the name of an operation; `null` for a new one */
  readonly id: string | null;
  readonly data: unknown;
}

/** Many operations, and after how many errors the rest is left undone. */
export interface BulkMessage {
  readonly operations: readonly BulkOperation[];
  /** `null` where all are tried */
  readonly failOnErrors: number | null;
}

const METHODS: readonly string[] = ['POST', 'PUT', 'PATCH', 'DELETE'];

const isMethod = (word: string): word is BulkOperation['method'] => METHODS.includes(word);

/**
 * Reads the message of many operations.
 * @throws {DomainError} `scim.invalid_syntax`, `scim.too_large`
 * @see RFC 7644 section 3.7
 */
export function readBulk(body: unknown): BulkMessage {
  if (!isScimValue(body)) throw invalidSyntax('The message is one JSON object.');
  refuseSchemas(body, MESSAGES.bulkRequest);
  const [sent, most] = [field(body, 'Operations'), field(body, 'failOnErrors')];
  if (!Array.isArray(sent)) throw invalidSyntax('Operations is a list.');
  if (sent.length > MAX_BULK_OPERATIONS) throw tooManyOperations(MAX_BULK_OPERATIONS);
  if (most !== undefined && most !== null && !(Number.isSafeInteger(most) && Number(most) >= 1))
    throw invalidSyntax('failOnErrors is a whole number from 1 on.');
  return { operations: sent.map(readOperation), failOnErrors: typeof most === 'number' ? most : null };
}

function readOperation(sent: unknown): BulkOperation {
  if (!isScimValue(sent)) throw invalidSyntax('An operation is an object.');
  const [method, path, bulkId, version] = ['method', 'path', 'bulkId', 'version'].map((name) => field(sent, name));
  const word = typeof method === 'string' ? method.toUpperCase() : '';
  if (!isMethod(word)) throw invalidSyntax('method is POST, PUT, PATCH or DELETE.');
  const [, collection, id, ...more] = typeof path === 'string' ? path.split('/') : [];
  if (collection === undefined || more.length > 0) throw invalidSyntax('path is /Users or /Groups, with an identifier behind it for what is there.');
  if (word === 'POST' && (typeof bulkId !== 'string' || bulkId === '')) throw invalidSyntax('bulkId is required for POST.');
  return {
    method: word,
    bulkId: typeof bulkId === 'string' && bulkId !== '' ? bulkId : null,
    version: typeof version === 'string' && version !== '' ? version : undefined,
    collection,
    id: id === undefined || id === '' ? null : id,
    data: field(sent, 'data'),
  };
}

const REFERENCE = /^bulkId:(.+)$/;

/** The names of other operations that some data refer to. */
export function referencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [REFERENCE.exec(value)?.[1] ?? ''].filter((name) => name !== '');
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  return isScimValue(value) ? Object.values(value).flatMap(referencesIn) : [];
}

/**
 * Some data with identifiers in place of references.
 * @param ids by the name of the operation; what refers to one that is not among them is left out
 */
export function resolved(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    const name = REFERENCE.exec(value)?.[1];
    return name === undefined ? value : ids.get(name);
  }
  if (Array.isArray(value)) return value.map((one) => resolved(one, ids)).filter((one) => one !== undefined && !isEmptied(one));
  if (!isScimValue(value)) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, resolved(part, ids)] as const);
  return Object.fromEntries(parts.filter(([key, part]) => part !== undefined && !(isEmptied(part) && !isEmptied(value[key]))));
}

/** What lost its reference has nothing left to say. */
const isEmptied = (value: unknown): boolean =>
  isScimValue(value) && !('value' in value) && Object.keys(value).every((key) => key === 'type' || key === '$ref' || key === 'display');

/** One result, as it travels. */
export interface BulkResult {
  readonly operation: BulkOperation;
  readonly status: number;
  readonly location?: string | undefined;
  readonly version?: string | undefined;
  readonly response?: ScimValue | undefined;
}

/** All results, as they travel. */
export const bulkView = (results: readonly BulkResult[]): ScimValue => ({
  schemas: [MESSAGES.bulkResponse],
  Operations: results.map(({ operation: { method, bulkId }, status, ...more }) => ({
    ...(more.location !== undefined && { location: more.location }),
    method,
    ...(bulkId !== null && { bulkId }),
    ...(more.version !== undefined && { version: more.version }),
    status: String(status),
    ...(more.response !== undefined && { response: more.response }),
  })),
});
