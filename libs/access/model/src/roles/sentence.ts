import type { Actor } from '../actor';
import type { AccessRules, Declare } from '../rules';
import type { Where } from '../where';
import type { AbilityName } from './role-holding';

/** One thing an access file says: one action on one noun. */
export interface Sentence {
  readonly mode: 'allow' | 'forbid';
  readonly action: string;
  readonly noun: string;
  /** the columns it holds for; all of them where it is left out */
  readonly fields?: readonly string[];
  readonly where?: Where;
}

/** The name of what a sentence is about. */
export const abilityNameOf = ({ noun, action }: Pick<Sentence, 'noun' | 'action'>): AbilityName => `${noun}.${action}`;

/** Everything some access files say about an actor, one action and one noun at a time, in their order. */
export function sentencesOf(actor: Actor, rules: readonly AccessRules[]): readonly Sentence[] {
  const said: Sentence[] = [];
  const sentences = { allow: sayInto(said, 'allow'), forbid: sayInto(said, 'forbid') };
  for (const say of rules) say(actor, sentences);
  return said;
}

const sayInto =
  (said: Sentence[], mode: Sentence['mode']): Declare =>
  (actions: string | readonly string[], nouns: string | readonly string[], third?: unknown, fourth?: unknown) => {
    const fields = Array.isArray(third) ? { fields: third.map(String) } : {};
    const condition = Array.isArray(third) ? fourth : third;
    // as: the overloads of `Declare` admit nothing but a condition here
    const where = condition === undefined ? {} : { where: condition as Where };
    for (const noun of [nouns].flat()) for (const action of [actions].flat()) said.push({ mode, action, noun, ...fields, ...where });
  };

/** What one list of sentences says that another does not. */
export function saidOnlyIn(one: readonly Sentence[], other: readonly Sentence[]): readonly Sentence[] {
  const known = new Set(other.map((sentence) => JSON.stringify(sentence)));
  return one.filter((sentence) => !known.has(JSON.stringify(sentence)));
}
