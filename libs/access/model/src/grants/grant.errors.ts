import { conflict, type DomainError, invalid } from '@smartpar/kernel';
import type { DecisionObstacle } from '../decisions/decision';

const OBSTACLES: Readonly<Record<DecisionObstacle, string>> = {
  concerned: 'You asked for this or gain from it. Somebody else has to decide.',
  decided: 'This is decided already. Load the page again to see how.',
  lapsed: 'Nobody decided in time, so it is refused. It has to be asked for again.',
  'no-right': 'You stand in for somebody who asked for this or gains from it. Somebody else has to decide.',
  'right-too-young': 'You may decide such things only since this was asked for. Somebody who could before has to decide.',
};

/** Whoever decides must not be concerned, must have held the right before, and must be in time. */
export const mayNotDecide = (obstacle: DecisionObstacle): DomainError => conflict(`decision.${obstacle.replaceAll('-', '_')}`, OBSTACLES[obstacle]);

/** The grant is not in a state that allows this. */
export const grantStateForbids = (): DomainError =>
  conflict('grant.state_forbids', 'This is not possible any more. Load the page again to see where the grant stands.');

/** What is approved must not let see more than was asked for. */
export const notNarrower = (): DomainError => invalid('grant.not_narrower', 'This would let see more than was asked for. Allow as much or less.', []);

/** A site, group, member or request that is named is not there. */
export const unknownPlace = (): DomainError =>
  invalid('grant.unknown_place', 'Something that is named here is not there any more.', [
    { field: 'scope', code: 'unknown', message: 'Choose again from the list.' },
  ]);

/** Nobody of that id acts in the organization. */
export const unknownGrantee = (field: string): DomainError =>
  invalid('grant.unknown_grantee', 'This is nobody who can be given access here.', [{ field, code: 'unknown', message: 'Choose somebody from the list.' }]);

/** A grant does not last longer than the most sensitive of its data allows. */
export const lastsTooLong = (field: string, days: number): DomainError =>
  invalid('grant.too_long', 'This is longer than access to such data may last.', [{ field, code: 'too_long', message: `Choose a day within ${days} days.` }]);

/** A grant ends after it begins, and not in the past. */
export const endsTooSoon = (field: string): DomainError =>
  invalid('grant.ends_too_soon', 'This would end before it begins.', [{ field, code: 'too_soon', message: 'Choose a later moment.' }]);

/** An owner gives nothing to themselves. */
export const givesToThemselves = (): DomainError =>
  conflict('grant.own', 'You would gain from this yourself. Another owner has to give it, or you ask for it and somebody else decides.');

/** Nobody but those concerned could decide. */
export const nobodyDecides = (): DomainError =>
  conflict('grant.nobody_decides', 'Nobody else here may decide about this. An owner has to make somebody else an owner or a privacy officer first.');
