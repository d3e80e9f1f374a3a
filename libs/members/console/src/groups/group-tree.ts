import type { MemberGroup } from '@smartpar/members/model';

/** A group with those inside it. */
export interface GroupBranch {
  readonly group: MemberGroup;
  readonly inside: readonly GroupBranch[];
}

/** Groups as they stand inside one another, each level in the order they came in. */
export function groupTree(groups: readonly MemberGroup[]): readonly GroupBranch[] {
  const below = Map.groupBy(groups, ({ parentId }) => parentId);
  const branches = (parentId: string | null): readonly GroupBranch[] => (below.get(parentId) ?? []).map((group) => ({ group, inside: branches(group.id) }));
  return branches(null);
}

/** The groups a group may stand inside: neither itself nor any inside it, and none the directory keeps. */
export function possibleParents(groups: readonly MemberGroup[], id: string): readonly MemberGroup[] {
  const parents = new Map(groups.map((group) => [group.id, group.parentId]));
  const isInside = (at: string | null): boolean => at !== null && (at === id || isInside(parents.get(at) ?? null));
  return groups.filter((group) => group.source === 'hand' && !isInside(group.id));
}
