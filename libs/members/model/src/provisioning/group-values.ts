import { shortText } from '@smartpar/platform/contract';
import { MAX_GROUP_NAME } from '../groups/group.contract';
import { isScimValue } from './scim-attribute';
import { readBody } from './scim-body';
import { invalidPath, invalidValue, noTarget, notMutable } from './scim-error';
import type { Filter } from './scim-filter';
import type { PatchOperation } from './scim-patch-message';
import { nameIn, parsePath } from './scim-path';
import { GROUP_TYPE } from './scim-schemas';
import { MAX_DIRECTORY_NAME } from './user-values';

/** Who is meant: by identifier, or by address. */
export type SaidMember = string;

/** What a directory says of a group. */
export interface GroupValues {
  readonly displayName: string;
  readonly externalId: string | null;
  /** `null` where nothing is said of them */
  readonly members: readonly SaidMember[] | null;
}

/** One step of a change of a group; members are never read to change them. */
export type GroupStep =
  | { readonly kind: 'rename'; readonly displayName: string }
  | { readonly kind: 'identify'; readonly externalId: string | null }
  | { readonly kind: 'put-in' | 'take-out' | 'fill'; readonly members: readonly SaidMember[] }
  /** takes out whom a filter selects; everybody where it is none */
  | { readonly kind: 'empty'; readonly filter: Filter | null };

/**
 * Reads a group as a program sends it.
 * @throws {DomainError} `scim.invalid_syntax`, `scim.invalid_value`
 */
export function readGroup(body: unknown): GroupValues & { readonly notKept: readonly string[] } {
  const { resource, notKept } = readBody(GROUP_TYPE, body);
  const members = resource['members'];
  return {
    displayName: nameOf(resource['displayName']),
    externalId: externalIdOf(resource['externalId']),
    members: members === undefined ? null : membersOf(members),
    notKept,
  };
}

function nameOf(value: unknown): string {
  if (value === undefined || value === null) throw invalidValue('displayName is required.');
  const read = shortText(MAX_GROUP_NAME).safeParse(value);
  if (!read.success) throw invalidValue(`displayName: ${read.error.issues[0]?.message ?? 'It cannot be used.'}`);
  return read.data;
}

function externalIdOf(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  const read = shortText(MAX_DIRECTORY_NAME).safeParse(value);
  if (!read.success) throw invalidValue('externalId is a short text.');
  return read.data;
}

/** Who is named: the identifier, or the last part of the address where there is none. */
function membersOf(value: unknown): readonly SaidMember[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.flatMap((one) => {
    if (typeof one === 'string') return [one];
    if (!isScimValue(one)) throw invalidValue('members is a list of objects with a value each.');
    const parts = Object.fromEntries(Object.entries(one).map(([key, part]) => [key.toLowerCase(), part]));
    const [id, ref, type] = [parts['value'], parts['$ref'], parts['type']];
    if (typeof type === 'string' && type.toLowerCase() !== 'user') throw invalidValue('members: Groups hold users, and no other groups.');
    if (typeof id === 'string' && id !== '') return [id];
    if (typeof ref === 'string' && ref !== '') return [ref.slice(ref.lastIndexOf('/') + 1)];
    throw invalidValue('members: Each has a value.');
  });
}

/**
 * Reads the operations of a change of a group as steps.
 * @throws {DomainError} `scim.no_target`, `scim.invalid_path`, `scim.invalid_value`, `scim.mutability`
 */
export const stepsOf = (operations: readonly PatchOperation[]): readonly GroupStep[] => operations.flatMap(stepsOfOne);

function stepsOfOne({ op, path, value }: PatchOperation): readonly GroupStep[] {
  if (path === null) {
    if (op === 'remove') throw noTarget('An operation that removes says by path what it removes.');
    if (!isScimValue(value)) throw invalidValue('Without a path, value is an object of attributes.');
    return Object.entries(value).flatMap(([name, one]) => {
      const found = nameIn(GROUP_TYPE, name);
      // what is read-only is passed over: some programs send the identifier along
      return found.kind !== 'attribute' || found.attribute.mutability === 'readOnly' ? [] : stepsOfOne({ op, path: name, value: one });
    });
  }
  const target = parsePath(GROUP_TYPE, path);
  if (target.kind === 'not-kept') return [];
  if (target.kind === 'schema') return stepsOfOne({ op, path: null, value });
  const { attribute, sub, filter } = target;
  if (attribute.mutability === 'readOnly') throw notMutable(`${attribute.name} is read-only.`);
  if (attribute.name === 'members') return membersSteps(op, sub?.name ?? null, filter, value);
  if (attribute.name === 'externalId') return [{ kind: 'identify', externalId: op === 'remove' ? null : externalIdOf(value) }];
  if (op === 'remove') throw notMutable('displayName is required and cannot be removed.');
  return [{ kind: 'rename', displayName: nameOf(value) }];
}

function membersSteps(op: PatchOperation['op'], sub: string | null, filter: Filter | null, value: unknown): readonly GroupStep[] {
  if (sub !== null) throw notMutable('A member of a group is put in or taken out as a whole.');
  if (op === 'remove') {
    if (filter !== null) return [{ kind: 'empty', filter }];
    return value === undefined || value === null ? [{ kind: 'empty', filter: null }] : [{ kind: 'take-out', members: membersOf(value) }];
  }
  if (filter !== null) {
    if (op === 'replace') throw notMutable('A member of a group is put in or taken out as a whole.');
    throw invalidPath('Members are added without a filter.');
  }
  return [{ kind: op === 'replace' ? 'fill' : 'put-in', members: membersOf(value) }];
}

/** Names of what a change of a group is about, for a log. */
export const namesOfSteps = (steps: readonly GroupStep[]): readonly string[] => [
  ...new Set(steps.map(({ kind }) => (kind === 'rename' ? 'displayName' : kind === 'identify' ? 'externalId' : 'members'))),
];
