import type { Where } from '../where';

/** Kinds of what a grant reaches. */
export const SCOPE_KINDS = ['all', 'site', 'group', 'members', 'request'] as const;

/** Of whom a grant lets somebody see data: everybody, those of some sites or groups, some members by name, or whom one privacy request concerns. */
export type GrantScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'site' | 'group' | 'members'; readonly ids: readonly string[] }
  | { readonly kind: 'request'; readonly id: string; readonly members: readonly string[] };

/** The scope of everybody. */
export const EVERYBODY: GrantScope = { kind: 'all' };

/** What a member must be known by to tell whether a scope reaches them. */
export interface MemberPlace {
  readonly id: string;
  readonly siteId: string | null;
  readonly groupIds: readonly string[];
}

/** A scope as a condition on the member asked about; nothing where it reaches everybody. */
export const whereOf = (scope: GrantScope): Where | undefined => reachOf([scope]);

/**
 * What several scopes reach together, as one condition on the member asked about: ids of one kind stand in one list, however many scopes
 * name them, so that deciding and narrowing cost the same for fifty as for one.
 * @returns nothing where one of them reaches everybody
 */
export function reachOf(scopes: readonly GrantScope[]): Where | undefined {
  const reached: Record<'siteId' | 'groupIds' | 'id', Set<string>> = { siteId: new Set(), groupIds: new Set(), id: new Set() };
  for (const scope of scopes) {
    if (scope.kind === 'all') return undefined;
    const field = FIELDS[scope.kind];
    for (const id of scope.kind === 'request' ? scope.members : scope.ids) reached[field].add(id);
  }
  const ways = Object.entries(reached).flatMap(([field, ids]) => (ids.size === 0 ? [] : [{ [field]: { $in: [...ids].toSorted() } }]));
  const [only = NOBODY] = ways;
  return ways.length > 1 ? { $or: ways } : only;
}

/** What a kind of scope names its members by. */
const FIELDS = { site: 'siteId', group: 'groupIds', members: 'id', request: 'id' } as const;

/** Holds for no member. */
const NOBODY: Where = { id: { $in: [] } };
