import { DomainError } from '@smartpar/kernel';

/** What a refusal is about, in the words of the protocol, by the code it goes by here. */
const SCIM_TYPES: Readonly<Record<string, string>> = {
  'scim.invalid_filter': 'invalidFilter',
  'scim.too_many': 'tooMany',
  'scim.uniqueness': 'uniqueness',
  'scim.mutability': 'mutability',
  'scim.invalid_syntax': 'invalidSyntax',
  'scim.invalid_path': 'invalidPath',
  'scim.no_target': 'noTarget',
  'scim.invalid_value': 'invalidValue',
  'scim.invalid_version': 'invalidVers',
  'request.malformed': 'invalidSyntax',
};

/**
 * The word of the protocol for what went wrong.
 * @param code of a domain error
 * @see RFC 7644 table 9
 */
export const scimTypeOf = (code: string): string | undefined => SCIM_TYPES[code];

const refusal =
  (code: string, status: number) =>
  (message: string): DomainError =>
    new DomainError({ code, status, message });

/** The filter cannot be read, or compares what cannot be compared. */
export const invalidFilter = refusal('scim.invalid_filter', 400);

/** Somebody has this already. */
export const notUnique = refusal('scim.uniqueness', 409);

/** The attribute cannot be changed. */
export const notMutable = refusal('scim.mutability', 400);

/** The message is not built as the protocol says. */
export const invalidSyntax = refusal('scim.invalid_syntax', 400);

/** The path of an operation names no attribute. */
export const invalidPath = refusal('scim.invalid_path', 400);

/** The path of an operation leads to no value. */
export const noTarget = refusal('scim.no_target', 400);

/** A value is missing or does not fit the attribute. */
export const invalidValue = refusal('scim.invalid_value', 400);

/** Somebody changed it since it was read. */
export const versionMismatch = (): DomainError =>
  new DomainError({ code: 'scim.version', status: 412, message: 'The resource was changed since this version was read. Read it again.' });

/** What is asked for is not there, or is another organization's. */
export const resourceNotFound = (): DomainError => new DomainError({ code: 'not_found', status: 404, message: 'There is no such resource.' });

/** The method has no meaning at this address. */
export const methodNotAllowed = (): DomainError => new DomainError({ code: 'scim.method', status: 405, message: 'This endpoint does not take this method.' });

/** A token stands for an organization’s directory and for no person. */
export const noPerson = (): DomainError =>
  new DomainError({ code: 'scim.not_implemented', status: 501, message: 'A token stands for no person, so there is no resource at /Me.' });

/** The token does not reach so far. */
export const beyondToken = (): DomainError =>
  new DomainError({ code: 'scim.forbidden', status: 403, message: 'This token may not do this. Make one that reaches further in the console.' });

/** An organization never loses its last owner, whoever asks. */
export const lastOwnerStays = (): DomainError =>
  new DomainError({
    code: 'scim.last_owner',
    status: 403,
    message: 'This is the only owner of the organization, who is neither suspended nor removed. Make another active member an owner first.',
  });

/** An administrator let the person go, and a directory does not undo that. */
export const departedStays = (): DomainError =>
  new DomainError({
    code: 'scim.departed',
    status: 403,
    message: 'An administrator let this person go. Bring them back in the console first, for as long as that is possible.',
  });

/** A list over all kinds is not read without end. */
export const tooFar = (furthest: number): DomainError =>
  new DomainError({
    code: 'scim.too_many',
    status: 400,
    message: `A search over all kinds of resources goes up to the ${furthest}th. Search users or groups, or narrow the filter.`,
  });

/** More operations than are done at once. */
export const tooManyOperations = (most: number): DomainError =>
  new DomainError({ code: 'scim.too_large', status: 413, message: `A bulk request holds at most ${most} operations. Send the rest in another one.` });
