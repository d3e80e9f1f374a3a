import type { Temporal } from '@smartpar/kernel';
import type { ProfileCategory } from '../category';
import { EVERYBODY } from '../grants/grant-scope';
import type { HeldGrant } from '../held-grant';
import type { OrganizationPurpose } from '../purpose';
import type { RightToDecide } from '../decisions/decision';

/** Minutes a break-glass runs. It cannot be made longer; whoever still needs it breaks the glass again, and is asked about that as well. */
export const BREAK_GLASS_MINUTES = 60;
/** Days within which somebody else says whether it was justified. */
export const BREAK_GLASS_REVIEW_DAYS = 3;

/** Emergencies in which nobody can be asked first: somebody is in danger, or data is being lost right now. */
export const BREAK_GLASS_GROUNDS = ['safety', 'running-breach'] as const;

/** An emergency in which nobody can be asked first. */
export type BreakGlassGround = (typeof BREAK_GLASS_GROUNDS)[number];

/** What a review may find. */
export const BREAK_GLASS_OUTCOMES = ['justified', 'not-justified'] as const;

/** What a review found. */
export type BreakGlassOutcome = (typeof BREAK_GLASS_OUTCOMES)[number];

/** What every look under a break-glass is for. */
export const BREAK_GLASS_PURPOSE: OrganizationPurpose = 'security';

/** A break-glass that somebody holds. */
export interface HeldBreakGlass {
  readonly id: string;
  readonly categories: readonly ProfileCategory[];
  readonly until: Temporal.Instant;
}

const PREFIX = 'break-glass:';

/**
 * What running break-glasses let their holder look at: the categories they named, of everybody, behind a reason.
 * @param at now; what has ended by then gives nothing
 */
export const grantsOfBreakGlass = (broken: readonly HeldBreakGlass[], at: Temporal.Instant): readonly HeldGrant[] =>
  broken
    .filter(({ until }) => until.epochMilliseconds > at.epochMilliseconds)
    .flatMap(({ id, categories, until }) =>
      categories.map((category): HeldGrant => ({
        id: `${PREFIX}${id}`,
        category,
        mode: 'on-reveal',
        purposes: [BREAK_GLASS_PURPOSE],
        scope: EVERYBODY,
        until,
      })),
    );

/** Tells whether a grant is held by a break-glass rather than by having been given. */
export const isOfBreakGlass = ({ id }: Pick<HeldGrant, 'id'>): boolean => id.startsWith(PREFIX);

/**
 * The break-glass that a look rests on: one of its categories would not be shown for that purpose by any other grant that reaches everybody.
 * @returns its id; `null` where the look needs none
 */
export function breakGlassBehind(
  grants: readonly HeldGrant[],
  { categories, purpose }: { readonly categories: readonly ProfileCategory[]; readonly purpose: OrganizationPurpose },
): string | null {
  for (const category of categories) {
    const fitting = grants.filter((grant) => grant.category === category && grant.purposes.includes(purpose));
    const broken = fitting.find(isOfBreakGlass);
    const granted = fitting.some((grant) => !isOfBreakGlass(grant) && grant.scope.kind === 'all');
    if (broken !== undefined && !granted) return broken.id.slice(PREFIX.length);
  }
  return null;
}

/**
 * Tells whether a member may judge an emergency: by a right of their own or of somebody for whom they stand in, neither of whom looked.
 * @param rights every right to review
 * @param lookedId whoever broke the glass
 */
export const mayReview = (rights: readonly RightToDecide[], memberId: string, lookedId: string): boolean =>
  memberId !== lookedId && rights.some((right) => right.memberId === memberId && right.ofMemberId !== lookedId);
