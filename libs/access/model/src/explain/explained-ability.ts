import { type Ability, defineAbility } from '../ability';
import type { MemberActor } from '../actor';
import { sentencesOfHeld } from '../roles/held-role';
import type { AbilityName, RoleScope } from '../roles/role-holding';
import { abilityNameOf, saidOnlyIn, type Sentence, sentencesOf } from '../roles/sentence';
import type { AccessRules } from '../rules';

/** What gives somebody an ability: a role, where they hold it, or in whose place they hold it for a while. */
export interface AbilitySource {
  /** a built-in role, or the id of a custom one */
  readonly role: string;
  readonly scope: RoleScope;
  /** they stand in for somebody who holds it */
  readonly deputy: boolean;
}

/** One thing somebody may do, and what lets them. */
export interface ExplainedAbility {
  readonly name: AbilityName;
  /** it does not hold for members who are owners */
  readonly exceptOwners: boolean;
  /** never none */
  readonly by: readonly AbilitySource[];
}

/**
 * What somebody may do beyond what every member may, and which of their roles says so. The same sentences decide: each role is asked for its own,
 * and the ability made of all of them has the last word.
 */
export function explainAbilities(actor: MemberActor, rules: readonly AccessRules[]): readonly ExplainedAbility[] {
  const ability = defineAbility(actor, rules);
  const bare = said(only(actor, {}), rules);
  const by = new Map<AbilityName, AbilitySource[]>();
  for (const [source, one] of sourcesOf(actor)) {
    for (const name of namesIn(saidOnlyIn(said(one, rules), bare))) by.set(name, [...(by.get(name) ?? []), source]);
  }
  return [...by].flatMap(([name, sources]) => (isAllowed(ability, name) ? [{ name, exceptOwners: sparesOwners(ability, name), by: sources }] : []));
}

const EVERYWHERE: RoleScope = { kind: 'all' };

/** Each thing that may give somebody abilities, with whoever held nothing else. */
function sourcesOf(actor: MemberActor): readonly (readonly [AbilitySource, MemberActor])[] {
  const { roles, held = [], standsInAs = [], standsInHeld = [] } = actor;
  return [
    ...roles.map((role) => [{ role, scope: EVERYWHERE, deputy: false }, only(actor, { roles: [role] })] as const),
    ...held.map((one) => [{ role: one.role, scope: one.scope, deputy: false }, only(actor, { held: [one] })] as const),
    ...standsInAs.map((role) => [{ role, scope: EVERYWHERE, deputy: true }, only(actor, { standsInAs: [role] })] as const),
    ...standsInHeld.map((one) => [{ role: one.role, scope: EVERYWHERE, deputy: true }, only(actor, { standsInHeld: [one] })] as const),
  ];
}

const NOTHING = { roles: [], held: [], standsInAs: [], standsInHeld: [], grants: [] } as const;

const only = (actor: MemberActor, holding: Partial<MemberActor>): MemberActor => ({ ...actor, ...NOTHING, ...holding });

const said = (actor: MemberActor, rules: readonly AccessRules[]): readonly Sentence[] => [...sentencesOfHeld(actor, rules), ...sentencesOf(actor, rules)];

/** Personal data is seen by grants, so that what speaks of columns is explained with those. */
const namesIn = (sentences: readonly Sentence[]): ReadonlySet<AbilityName> =>
  new Set(sentences.filter(({ mode, fields }) => mode === 'allow' && fields === undefined).map(abilityNameOf));

const partsOf = (name: AbilityName): readonly [noun: string, action: string] => [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)];

function isAllowed(ability: Ability, name: AbilityName): boolean {
  const [noun, action] = partsOf(name);
  return ability.can(action, noun);
}

function sparesOwners(ability: Ability, name: AbilityName): boolean {
  const [noun, action] = partsOf(name);
  return ability.rulesFor(action, noun).some(({ inverted, conditions }) => inverted && conditions?.['owner'] === true);
}
