/** What a review looks at. */
export const REVIEW_COVERS = ['roles', 'grants'] as const;

/** What a review looks at: roles people hold, or grants in force. */
export type ReviewCover = (typeof REVIEW_COVERS)[number];

/** Where a review stands. */
export const REVIEW_STATES = ['running', 'closing', 'closed', 'stopped'] as const;

/** Where a review stands: it is answered, what was answered is being carried out, all is done, or it was called off and changed nothing. */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What somebody says of one thing that is held. */
export const REVIEW_VERDICTS = ['keep', 'reduce', 'revoke'] as const;

/** What somebody says of one thing that is held: it stays, less of it stays, or it goes. */
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** What silence does. */
export const REVIEW_SILENCES = ['revokes', 'keeps'] as const;

/** What silence does: what nobody answered for in time goes, or stays. */
export type ReviewSilence = (typeof REVIEW_SILENCES)[number];

/** What became of one thing in the end. */
export const REVIEW_OUTCOMES = ['kept', 'reduced', 'revoked', 'gone'] as const;

/** What became of one thing in the end; `gone` was held no more when the review was closed. */
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Why it became that. */
export const REVIEW_CAUSES = ['decided', 'silence', 'overruled', 'unconfirmed', 'last-owner', 'too-late'] as const;

/**
 * Why it became that: as was said, as silence does, since the second reviewer kept it, since no second reviewer said anything, since it would have
 * left nobody who owns the organization, or since it was not held any more.
 */
export type ReviewCause = (typeof REVIEW_CAUSES)[number];

/** For whom a member of the panel is there. */
export const PANEL_PARTS = ['reviewer', 'fallback', 'confirmer'] as const;

/** Reviewers answer first; the fallback answers where none of them can; confirmers say whether what is to go really goes. */
export type PanelPart = (typeof PANEL_PARTS)[number];

/** Shortest and longest time there is to answer, in days. */
export const REVIEW_DAYS = { least: 1, most: 90 } as const;

/** How many days before the end those who have not answered are reminded. */
export const REVIEW_REMINDER_DAYS = [7, 1] as const;

/** How many things can be answered for at once. */
export const MOST_REVIEWED_AT_ONCE = 200;

/** Somebody who was asked to review. */
export interface Panelist {
  readonly memberId: string;
  readonly part: PanelPart;
  /** they are active and nothing keeps them from it now */
  readonly able: boolean;
}

/** One thing that is held, as far as answering goes. */
export interface ItemToReview {
  /** those of the panel who hold it themselves or gain from it */
  readonly concerned: readonly string[];
  readonly verdict: ReviewVerdict | null;
  readonly decidedBy: string | null;
  /** what a second reviewer said of it; `null` for nothing yet */
  readonly confirmed: boolean | null;
}

/** Why somebody may not answer. */
export const REVIEW_OBSTACLES = ['own', 'not-asked', 'others-first', 'same-person', 'settled'] as const;

/** Why somebody may not answer. */
export type ReviewObstacle = (typeof REVIEW_OBSTACLES)[number];

/**
 * What keeps a member from saying what is to become of something; `null` where nothing does. Nobody answers for what they hold themselves, or while
 * they are kept from others' data, and the fallback answers only where no reviewer can.
 */
export function obstacleToReview(item: ItemToReview, panel: readonly Panelist[], memberId: string): ReviewObstacle | null {
  const part = partOf(panel, memberId);
  if (item.concerned.includes(memberId)) return 'own';
  if (part === null || part === 'confirmer') return 'not-asked';
  if (item.confirmed !== null) return 'settled';
  return part === 'fallback' && canAny(item, panel, 'reviewer', []) ? 'others-first' : null;
}

/** What keeps a member from saying, as the second one, whether something really goes; `null` where nothing does. Nobody confirms what they said themselves. */
export function obstacleToConfirm(item: ItemToReview, panel: readonly Panelist[], memberId: string): ReviewObstacle | null {
  const part = partOf(panel, memberId);
  if (item.concerned.includes(memberId)) return 'own';
  if (part === null || part === 'reviewer') return 'not-asked';
  if (item.verdict !== 'revoke' || item.confirmed !== null) return 'settled';
  if (item.decidedBy === memberId) return 'same-person';
  return part === 'fallback' && canAny(item, panel, 'confirmer', item.decidedBy === null ? [] : [item.decidedBy]) ? 'others-first' : null;
}

const partOf = (panel: readonly Panelist[], memberId: string): PanelPart | null => panel.find((one) => one.able && one.memberId === memberId)?.part ?? null;

/** Those of a panel who are asked now: whoever is kept from others' data reads and answers no more than anybody who never was on it. */
export const askedOf = (panel: readonly Panelist[]): string[] => panel.filter(({ able }) => able).map(({ memberId }) => memberId);

const canAny = ({ concerned }: ItemToReview, panel: readonly Panelist[], part: PanelPart, besides: readonly string[]): boolean =>
  panel.some((one) => one.part === part && one.able && !concerned.includes(one.memberId) && !besides.includes(one.memberId));

/** How a review is run. */
export interface ReviewManner {
  readonly silence: ReviewSilence;
  /** two where what is to go has to be confirmed by a second person */
  readonly stages: 1 | 2;
}

/** What is to be done with one thing when the review is closed, and why. */
export interface ReviewEnd {
  readonly deed: ReviewVerdict;
  readonly cause: Exclude<ReviewCause, 'last-owner' | 'too-late'>;
}

/** What is to be done with one thing when the review is closed: what was said of it, or what silence does. */
export function endOfItem({ verdict, confirmed }: Pick<ItemToReview, 'verdict' | 'confirmed'>, { silence, stages }: ReviewManner): ReviewEnd {
  const unanswered = silence === 'revokes' ? 'revoke' : 'keep';
  if (verdict === null) return { deed: unanswered, cause: 'silence' };
  if (verdict !== 'revoke' || stages === 1 || confirmed === true) return { deed: verdict, cause: 'decided' };
  return confirmed === false ? { deed: 'keep', cause: 'overruled' } : { deed: unanswered, cause: 'unconfirmed' };
}
