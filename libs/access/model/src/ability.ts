import { buildMongoQueryMatcher, createMongoAbility, fieldPatternMatcher, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { packRules as packRaw, unpackRules as unpackRaw, type PackRule } from '@casl/ability/extra';
import { $and, $nor, $not, $or, and, nor, not, or } from '@ucast/mongo2js';
import type { Actor, MemberActor } from './actor';
import { sentencesOfHeld } from './roles/held-role';
import type { AccessRules, Declare, Sentences } from './rules';

export { subject } from '@casl/ability';

/** What one actor may do: `ability.can('answer', subject('privacy-request', row))`. */
export type Ability = MongoAbility;

/** One rule of an ability, as CASL keeps it. */
export type Rule = RawRuleOf<Ability>;

/** An ability as it travels to the console. */
export type PackedRules = PackRule<Rule>[];

// The stock matcher takes `$or` for the name of a field, so that a rule with it would silently never match.
const conditionsMatcher = buildMongoQueryMatcher({ $and, $or, $nor, $not }, { and, or, nor, not });

/**
 * Makes an ability of rules.
 * @param rules in order; the last one that matches decides, and nothing matching means no
 */
export const createAbility = (rules: Rule[] = []): Ability => createMongoAbility<Ability>(rules, { conditionsMatcher, fieldMatcher: fieldPatternMatcher });

/**
 * Collects what every access file says about an actor.
 * @param actor whoever asks
 * @param rules the access files' rules; a later file's sentence beats an earlier one's
 * @returns the actor's ability; it decides alike for as long as the actor stays the same, so keep it
 * @throws TypeError when a rule's condition holds `undefined`, which would match rows that lack the field
 */
export function defineAbility(actor: Actor, rules: readonly AccessRules[]): Ability {
  const said: Rule[] = [];
  const sentences = { allow: declareInto(said, 'allow'), forbid: declareInto(said, 'forbid') };
  if (actor.kind === 'member') sayHeld(actor, rules, sentences);
  for (const say of rules) say(actor, sentences);
  return createAbility(said);
}

/** What further roles say comes first, so that whatever the files forbid beats it. */
function sayHeld(actor: MemberActor, rules: readonly AccessRules[], { allow, forbid }: Sentences): void {
  for (const { mode, action, noun, where } of sentencesOfHeld(actor, rules)) (mode === 'allow' ? allow : forbid)(action, noun, where);
}

/** Packs an ability for the console. */
export const packRules = (ability: Ability): PackedRules => packRaw<Rule>(ability.rules);

/** Unpacks what {@link packRules} packed into an ability that decides the same. */
export const unpackRules = (packed: PackedRules): Ability => createAbility(unpackRaw<Rule>(packed));

function declareInto(said: Rule[], mode: 'allow' | 'forbid'): Declare {
  return (action: string | readonly string[], noun: string | readonly string[], third?: unknown, fourth?: unknown) => {
    const fields = Array.isArray(third) ? third : undefined;
    const conditions = fields === undefined ? third : fourth;
    refuseUndefined(conditions, [noun].flat().join());
    said.push({
      action: copied(action),
      subject: copied(noun),
      ...(mode === 'forbid' && { inverted: true }),
      ...(fields !== undefined && { fields }),
      // the overloads of `Declare` admit nothing but a condition here
      ...(conditions !== undefined && { conditions: conditions as NonNullable<Rule['conditions']> }),
    });
  };
}

const copied = (words: string | readonly string[]): string | string[] => (typeof words === 'string' ? words : [...words]);

function refuseUndefined(condition: unknown, noun: string): void {
  if (typeof condition !== 'object' || condition === null) return;
  for (const [key, value] of Object.entries(condition)) {
    if (value === undefined) throw new TypeError(`A rule about "${noun}" leaves "${key}" undefined.`);
    refuseUndefined(value, noun);
  }
}
