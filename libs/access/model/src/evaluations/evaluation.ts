import type { MemberActor } from '../actor';
import { ROLES } from '../role';

/**
 * Everything that looks at what workers did in order to say something about them: a closed list. Whatever is not on it is no evaluation of
 * worker data, and whatever is on it asks the one switch before and is written down after.
 *
 * `look-volume` compares how often each person looked at others' data with how often they usually do. `looks-of-one` reads what one person looked
 * at. `log-of-one` reads the log of what one person did. `grant-use` tells when somebody last used what they were given to see.
 */
export const EVALUATION_KINDS = ['look-volume', 'looks-of-one', 'log-of-one', 'grant-use'] as const;

/** A kind of evaluation of worker data. */
export type EvaluationKind = (typeof EVALUATION_KINDS)[number];

/** As what somebody asked for an evaluation: their roles, and that they hold one of the organization's own or stand in for somebody. */
export const EVALUATION_ROLES = [...ROLES, 'custom-role', 'stand-in'] as const;

/** As what somebody asked for an evaluation. */
export type EvaluationRole = (typeof EVALUATION_ROLES)[number];

/**
 * As what somebody asks for an evaluation, in a fixed order. A role of the organization's own is told as such and not by its name, which may tell
 * who holds it; so is standing in for somebody, and not for whom.
 */
export function evaluationRolesOf({ roles, held = [], standsInAs = [], standsInHeld = [] }: MemberActor): readonly EvaluationRole[] {
  const holdsOfTheirOwn = held.some(({ abilities }) => abilities !== null);
  const parts = held.flatMap(({ role, abilities }) => (abilities === null ? ROLES.filter((known) => known === role) : []));
  const markers = { 'custom-role': holdsOfTheirOwn, 'stand-in': standsInAs.length > 0 || standsInHeld.length > 0 };
  const told = new Set<EvaluationRole>([...roles, ...parts]);
  return EVALUATION_ROLES.filter((role) => (role === 'custom-role' || role === 'stand-in' ? markers[role] : told.has(role)));
}

/** What an organization agreed on with those who speak for its people. */
export interface Agreement {
  readonly title: string;
  /** how both sides find it: a number, a file */
  readonly reference: string;
  /** a day such as 2026-11-26; it counts from then on */
  readonly concludedOn: string;
  /** its last day; `null` where it has none */
  readonly validUntil: string | null;
}

/** Whether an organization needs an agreement before it evaluates worker data, and which one it has. */
export interface EvaluationRules {
  readonly needed: boolean;
  readonly agreement: Agreement | null;
}

/** Why evaluations of worker data are on, or off: none is needed, one is in force, there is none, it counts only later, or it is over. */
export const EVALUATION_STATES = ['not-needed', 'agreed', 'missing', 'not-yet', 'expired'] as const;

/** Why evaluations of worker data are on, or off. */
export type EvaluationState = (typeof EVALUATION_STATES)[number];

/**
 * Why evaluations are on, or off, on a day.
 * @param today the day it is where the organization is, such as 2026-11-26
 */
export function evaluationStateOn({ needed, agreement }: EvaluationRules, today: string): EvaluationState {
  if (!needed) return 'not-needed';
  if (agreement === null) return 'missing';
  if (today < agreement.concludedOn) return 'not-yet';
  return agreement.validUntil !== null && today > agreement.validUntil ? 'expired' : 'agreed';
}

/** Tells whether worker data may be evaluated. This is the switch; nothing else decides. */
export const mayEvaluate = (state: EvaluationState): boolean => state === 'not-needed' || state === 'agreed';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Tells whether asking the log for this is asking what one person did. Processes, and whoever asked a question by a link, are no workers. */
export function asksForOnePerson({ actorId, actorKind }: { readonly actorId?: string; readonly actorKind?: string }): boolean {
  if (actorId === undefined) return false;
  if (actorKind === undefined) return UUID.test(actorId);
  return actorKind === 'member' || actorKind === 'account';
}

/** The i18n key of what a kind of evaluation is. */
export const evaluationWord = (kind: EvaluationKind): `access.evaluations.kind.${EvaluationKind}` => `access.evaluations.kind.${kind}`;
