/** What is kept apart among an organization's people. Roles are named as they are held: a built-in one by its word, a custom one by its id. */
export interface RoleSeparation {
  /** pairs of roles that one person may not hold together, wherever they hold them */
  readonly pairs: readonly (readonly [string, string])[];
  /** how many people may hold a role at once */
  readonly limits: readonly { readonly role: string; readonly most: number }[];
}

/** Nothing is kept apart. */
export const NOTHING_APART: RoleSeparation = { pairs: [], limits: [] };

/** What we suggest to an organization that asks what to keep apart: whoever checks does not check themselves. */
export const SUGGESTED_PAIRS: RoleSeparation['pairs'] = [
  ['auditor', 'owner'],
  ['auditor', 'privacy-officer'],
  ['auditor', 'user-administrator'],
  ['works-council', 'owner'],
  ['works-council', 'privacy-officer'],
  ['works-council', 'user-administrator'],
];

/** Why somebody may not get a role. */
export type RoleConflict = { readonly kind: 'kept-apart'; readonly from: string } | { readonly kind: 'limit'; readonly most: number };

/**
 * Tells what keeps somebody from getting a role.
 * @param held the roles they hold already, wherever they hold them
 * @param others how many other people hold the role
 * @returns `null` where nothing does; whoever holds it somewhere already may hold it elsewhere too
 */
export function conflictOf({ pairs, limits }: RoleSeparation, role: string, held: readonly string[], others: number): RoleConflict | null {
  const apart = pairs.find(([one, other]) => (one === role && held.includes(other)) || (other === role && held.includes(one)));
  if (apart !== undefined) return { kind: 'kept-apart', from: apart[0] === role ? apart[1] : apart[0] };
  const limit = limits.find((line) => line.role === role);
  if (limit === undefined || held.includes(role) || others < limit.most) return null;
  return { kind: 'limit', most: limit.most };
}
