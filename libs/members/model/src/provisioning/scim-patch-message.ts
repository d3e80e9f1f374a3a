import { isScimValue, type ScimValue } from './scim-attribute';
import { refuseSchemas } from './scim-body';
import { MESSAGES } from './scim-discovery';
import { invalidSyntax } from './scim-error';

/** One operation of a change. */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string | null;
  readonly value: unknown;
}

/** Most operations one change holds. */
const MAX_OPERATIONS = 1000;

/**
 * Reads the message of a change. Entra writes the names of operations with a capital letter.
 * @throws {DomainError} `scim.invalid_syntax`
 * @see RFC 7644 section 3.5.2
 */
export function readPatch(body: unknown): readonly PatchOperation[] {
  if (!isScimValue(body)) throw invalidSyntax('The message is one JSON object.');
  refuseSchemas(body, MESSAGES.patch);
  const operations = field(body, 'Operations');
  if (!Array.isArray(operations) || operations.length === 0) throw invalidSyntax('Operations is a list of at least one operation.');
  if (operations.length > MAX_OPERATIONS) throw invalidSyntax(`A change holds at most ${MAX_OPERATIONS} operations.`);
  return operations.map(readOperation);
}

/** The value under a name that is read without case. */
export const field = (message: ScimValue, name: string): unknown => Object.entries(message).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

function readOperation(sent: unknown): PatchOperation {
  if (!isScimValue(sent)) throw invalidSyntax('An operation is an object.');
  const [op, path, value] = [field(sent, 'op'), field(sent, 'path'), field(sent, 'value')];
  const word = typeof op === 'string' ? op.toLowerCase() : '';
  if (word !== 'add' && word !== 'remove' && word !== 'replace') throw invalidSyntax('op is add, remove or replace.');
  if (path !== undefined && path !== null && typeof path !== 'string') throw invalidSyntax('path is a text.');
  return { op: word, path: typeof path === 'string' && path.trim() !== '' ? path.trim() : null, value };
}
