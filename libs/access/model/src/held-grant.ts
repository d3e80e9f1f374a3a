import type { Temporal } from '@smartpar/kernel';
import { PROFILE_CATEGORIES, type ProfileCategory } from './category';
import { type GrantScope, reachOf } from './grants/grant-scope';
import { ORGANIZATION_PURPOSES, type OrganizationPurpose } from './purpose';
import type { Where } from './where';

/** What somebody may see of one category at this moment, by one grant. */
export interface HeldGrant {
  /** the grant's own; of what a role is given for good, role and category */
  readonly id: string;
  readonly category: ProfileCategory;
  readonly mode: 'shown' | 'on-reveal';
  readonly purposes: readonly OrganizationPurpose[];
  readonly scope: GrantScope;
  /** when it ends; `null` for what a role is given for good */
  readonly until: Temporal.Instant | null;
}

/** What grants let their holder do with a category of some members. */
export interface SightSentence {
  /** `see` unmasked, `reveal` after saying why, `look` for the purpose that stands beside the member's facts */
  readonly action: 'see' | 'reveal' | 'look';
  readonly category: ProfileCategory;
  /** of whom; everybody where it is left out */
  readonly where: Where | undefined;
}

/** What grants come to as sentences of an access file: as few as can be, however many grants there are. */
export const sightSentences = (grants: readonly HeldGrant[]): readonly SightSentence[] =>
  PROFILE_CATEGORIES.flatMap((category) => {
    const of = grants.filter((grant) => grant.category === category);
    return [...met(category, of), ...looks(category, of)];
  });

const met = (category: ProfileCategory, grants: readonly HeldGrant[]): readonly SightSentence[] =>
  MEETINGS.flatMap(([mode, action]) => {
    const scopes = grants.flatMap((grant) => (grant.mode === mode ? [grant.scope] : []));
    return scopes.length === 0 ? [] : [{ action, category, where: reachOf(scopes) }];
  });

const MEETINGS = [
  ['shown', 'see'],
  ['on-reveal', 'reveal'],
] as const;

/** One sentence for all purposes that reach the same members. */
function looks(category: ProfileCategory, grants: readonly HeldGrant[]): readonly SightSentence[] {
  const reached = new Map<string, { readonly purposes: OrganizationPurpose[]; readonly where: Where | undefined }>();
  for (const purpose of ORGANIZATION_PURPOSES) {
    const scopes = grants.flatMap((grant) => (grant.purposes.includes(purpose) ? [grant.scope] : []));
    if (scopes.length === 0) continue;
    const where = reachOf(scopes);
    const key = JSON.stringify(where) ?? '';
    const same = reached.get(key);
    if (same === undefined) reached.set(key, { purposes: [purpose], where });
    else same.purposes.push(purpose);
  }
  return [...reached.values()].map(({ purposes, where }) => ({ action: 'look', category, where: { ...where, purpose: { $in: purposes } } }));
}
