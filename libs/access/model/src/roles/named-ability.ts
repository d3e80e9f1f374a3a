import { type MemberActor, ORGANIZATION_ROLES, type Role } from '../actor';
import type { AccessRules } from '../rules';
import { sentencesOfHeld } from './held-role';
import type { AbilityName } from './role-holding';
import { abilityNameOf, saidOnlyIn, type Sentence, sentencesOf } from './sentence';

/**
 * What stays with the built-in roles. Whoever could compose roles, say who is kept apart, or give sight of data could give themselves whatever they
 * liked, and so could whoever puts themselves into a group that was given sight.
 */
export const KEPT_TO_BUILT_IN: readonly AbilityName[] = [
  ...(['role.compose', 'role.change', 'role.retire', 'role.keep-apart'] as const),
  ...(['standing-grant.change', 'grant.give', 'lockbox-rules.change', 'ledger-names.change', 'break-glass.break', 'group.fill'] as const),
  ...(['evaluation-rules.change', 'extract-rules.change'] as const),
  ...(['access-review.start', 'access-review.stop', 'external-auditor.admit'] as const),
];

/**
 * The abilities there are, read off the access files themselves by asking them about somebody who holds every role of an organization. What every
 * member may do is none, and neither is seeing personal data, which takes a grant.
 * @returns in the order of the files, each once
 */
export const namedAbilities = (rules: readonly AccessRules[]): readonly AbilityName[] => abilitiesOfRoles(ORGANIZATION_ROLES, rules);

/** The built-in roles that give an ability, if only for some rows. */
export const rolesWith = (ability: AbilityName, rules: readonly AccessRules[]): readonly Role[] =>
  ORGANIZATION_ROLES.filter((role) => abilitiesOfRoles([role], rules).includes(ability));

/** The abilities a role may be composed of. */
export const composableAbilities = (rules: readonly AccessRules[]): readonly AbilityName[] =>
  namedAbilities(rules).filter((name) => !KEPT_TO_BUILT_IN.includes(name));

/** What else leads to an ability, where it is not reading the same thing. */
const NEEDS: Readonly<Record<AbilityName, readonly AbilityName[]>> = {
  'member.export': ['member.list', 'member.read'],
  'extract.ask': ['extract.read', 'extract.use', 'member.list', 'member.read'],
  'extract.use': ['extract.read', 'extract.ask'],
  'member.help': ['member.find', 'member.read'],
  'member.resend-invitation': ['member.find', 'member.read', 'member.help'],
  'entry.end': ['member.find', 'member.read', 'member.help'],
  'member.assign-role': ['member.list', 'member.read', 'role.read', 'role-assignment.read'],
  'privacy-request.list': [],
  'privacy-request.read': ['privacy-request.list'],
  'privacy-request.answer': ['privacy-request.list', 'privacy-request.read'],
  'privacy-request.assign': ['privacy-request.list', 'privacy-request.read'],
  'explanation.read': ['member.read', 'role.read', 'role-assignment.read', 'standing-grant.read', 'grant.read'],
  'role-assignment.read': ['member.list', 'member.read', 'role.read'],
};

/**
 * Some abilities, and what leads to them: whoever may do something with a thing may read it, or would never come to where it is done.
 * @param known the abilities there are
 */
export function withWhatTheyNeed(names: readonly AbilityName[], known: readonly AbilityName[]): readonly AbilityName[] {
  const needs = (name: AbilityName): readonly AbilityName[] => NEEDS[name] ?? known.filter((other) => other === `${name.split('.')[0]}.read`);
  return [...new Set(names.flatMap((name) => [name, ...needs(name)]))];
}

/** The abilities some roles of an organization give, if only for some rows. */
export const abilitiesOfRoles = (roles: readonly Role[], rules: readonly AccessRules[]): readonly AbilityName[] => namesIn(beyondAnyMember(roles, rules));

/**
 * The abilities somebody may put into a role: those of which they are told themselves whatever the role's holder would be told, for the whole
 * organization.
 */
export function abilitiesToPassOn(actor: MemberActor, rules: readonly AccessRules[]): readonly AbilityName[] {
  const own = [...sentencesOfHeld(actor, rules), ...sentencesOf(actor, rules)].filter(({ mode }) => mode === 'allow');
  const given = saidOnlyIn(
    sentencesOf({ ...actor, roles: ORGANIZATION_ROLES, grants: [], held: [] }, rules),
    sentencesOf({ ...actor, roles: [], grants: [], held: [] }, rules),
  );
  return composableAbilities(rules).filter((name) =>
    given.filter((one) => one.mode === 'allow' && abilityNameOf(one) === name).every((one) => own.some((held) => covers(held, one))),
  );
}

const covers = (held: Sentence, given: Sentence): boolean =>
  abilityNameOf(held) === abilityNameOf(given) &&
  held.fields === undefined &&
  (held.where === undefined || JSON.stringify(held.where) === JSON.stringify(given.where));

const beyondAnyMember = (roles: readonly Role[], rules: readonly AccessRules[]): readonly Sentence[] => {
  const said = saidOnlyIn(sentencesOf(somebody(roles), rules), sentencesOf(somebody([]), rules));
  return said.filter(({ mode, fields }) => mode === 'allow' && fields === undefined);
};

const namesIn = (sentences: readonly Sentence[]): readonly AbilityName[] => [...new Set(sentences.map(abilityNameOf))];

const SOMEBODY = '00000000-0000-7000-8000-000000000000';

const somebody = (roles: readonly Role[]): MemberActor => ({
  kind: 'member',
  accountId: SOMEBODY,
  organizationId: SOMEBODY,
  memberId: SOMEBODY,
  roles,
  grants: [],
  oversight: false,
});
