import { type MemberActor, ORGANIZATION_ROLES, type Role } from '../actor';
import type { AccessRules } from '../rules';
import { sentencesOfHeld } from './held-role';
import { type AbilityName, abilityNameOf, saidOnlyIn, type Sentence, sentencesOf } from './sentence';

/**
 * What stays with owners: whoever could compose roles, say who is kept apart, or decide what a role sees could give themselves whatever they liked.
 */
export const KEPT_TO_OWNERS: readonly AbilityName[] = ['role.compose', 'role.change', 'role.retire', 'role.keep-apart', 'standing-grant.change'];

/**
 * The abilities there are, read off the access files themselves by asking them about somebody who holds every role of an organization. What every
 * member may do is none, and neither is seeing personal data, which takes a grant.
 * @returns in the order of the files, each once
 */
export const namedAbilities = (rules: readonly AccessRules[]): readonly AbilityName[] => abilitiesOfRoles(ORGANIZATION_ROLES, rules);

/** The abilities a role may be composed of. */
export const composableAbilities = (rules: readonly AccessRules[]): readonly AbilityName[] =>
  namedAbilities(rules).filter((name) => !KEPT_TO_OWNERS.includes(name));

/** What would lead nowhere by itself: whoever may do the one needs the other to get there. */
const NEEDS: Readonly<Record<AbilityName, readonly AbilityName[]>> = {
  'member.list': ['member.read'],
  'member.find': ['member.read'],
  'member.invite': ['member.read'],
  'member.suspend': ['member.read'],
  'member.reactivate': ['member.read'],
  'member.place': ['member.read'],
  'member.correct': ['member.read'],
  'member.assign-role': ['member.read'],
  'member.export': ['member.list', 'member.read'],
  'group.create': ['group.read'],
  'group.change': ['group.read'],
  'group.remove': ['group.read'],
  'group.fill': ['group.read'],
  'privacy-request.read': ['privacy-request.list'],
  'privacy-request.answer': ['privacy-request.list', 'privacy-request.read'],
  'privacy-request.assign': ['privacy-request.list', 'privacy-request.read'],
  'role-assignment.read': ['member.list', 'member.read', 'role.read'],
};

/** Some abilities, and what leads to them. */
export const withWhatTheyNeed = (names: readonly AbilityName[]): readonly AbilityName[] => [
  ...new Set(names.flatMap((name) => [name, ...(NEEDS[name] ?? [])])),
];

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
