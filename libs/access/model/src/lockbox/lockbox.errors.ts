import { conflict, type DomainError, invalid } from '@smartpar/kernel';
import type { DecisionObstacle } from '../decisions/decision';

/** The organization lets none of SmartPAR's staff in. */
export const lockboxNotAllowed = (): DomainError =>
  conflict('lockbox.not_allowed', 'This organization allows no access. Ask its contact for what you need instead.');

/** The lockbox does not wait for a decision any more, or does not run. */
export const lockboxSettled = (): DomainError => conflict('lockbox.settled', 'This was settled meanwhile. Load it again to see how.');

/** Somebody would grant more than was asked. */
export const lockboxTooWide = (): DomainError =>
  invalid('lockbox.too_wide', 'Grant no more than was asked for: no other data, nobody else, and not longer.', [
    { field: 'scope', code: 'too_wide', message: 'Grant no more than was asked for.' },
  ]);

/** The member or site that was named is not there. */
export const lockboxScopeUnknown = (): DomainError =>
  invalid('lockbox.scope_unknown', 'Nobody and no site here goes by that. Check the number, the address or the name, or dismiss the request.', [
    { field: 'scope', code: 'unknown', message: 'Nobody and no site here goes by that.' },
  ]);

/** Somebody changed the rules first. */
export const lockboxRulesChanged = (): DomainError =>
  conflict('lockbox_rules.changed_meanwhile', 'Somebody changed this while you were editing. Load it again, compare, and save once more.');

const OBSTACLES: Readonly<Record<DecisionObstacle, () => DomainError>> = {
  concerned: () => conflict('lockbox.own', 'You asked for this yourself. Somebody else has to decide it.'),
  decided: lockboxSettled,
  lapsed: () => conflict('lockbox.lapsed', 'Nobody answered in time, so this was refused by itself. SmartPAR can ask again.'),
  'no-right': () => conflict('lockbox.no_right', 'You may not decide this.'),
  'right-too-young': () =>
    conflict('lockbox.right_too_young', 'You were given the right to decide after this was asked. Somebody who held it before has to decide.'),
};

/** Why somebody may not decide a lockbox. */
export const lockboxObstacle = (obstacle: DecisionObstacle): DomainError => OBSTACLES[obstacle]();
