import { type MemberActor, ORGANIZATION_ROLES, type Role } from '../actor';
import { isDeputed } from '../decisions/deputed-ability';
import { type GrantScope, reachOf } from '../grants/grant-scope';
import type { AccessRules } from '../rules';
import type { Where } from '../where';
import type { AbilityName, HeldRole, RoleScope } from './role-holding';
import { abilityNameOf, saidOnlyIn, type Sentence, sentencesOf } from './sentence';

/**
 * The abilities that mean something at a site or for a group: each of them is asked about one member, whose site and groups are known. A role held
 * there says nothing about anything else.
 */
export const SCOPED_ABILITIES: ReadonlySet<AbilityName> = new Set([
  'member.list',
  'member.read',
  'member.find',
  'member.help',
  'member.resend-invitation',
  'member.suspend',
  'member.reactivate',
  'member.place',
  'member.correct',
  'member.assign-role',
]);

/** Makes of the scope of a role that of a grant. */
export const grantScopeOf = (scope: RoleScope): GrantScope => (scope.kind === 'all' ? scope : { kind: scope.kind, ids: [scope.id] });

/**
 * What somebody's further roles let them do, in the words of the access files themselves. A built-in role at a site says there what it says
 * anywhere; a custom role says of each of its abilities what those who hold every role of an organization hear, with whatever forbids it.
 */
export function sentencesOfHeld(actor: MemberActor, rules: readonly AccessRules[]): readonly Sentence[] {
  const { held = [], standsInHeld = [] } = actor;
  if (held.length + standsInHeld.length === 0) return [];
  const bare = sentencesOf(holding(actor, []), rules);
  const whole = saidOnlyIn(sentencesOf(holding(actor, ORGANIZATION_ROLES), rules), bare);
  const own = together(held).flatMap(({ role, abilities, scopes }) => {
    const said = abilities === null ? saidOnlyIn(sentencesOf(holding(actor, builtIn(role)), rules), bare) : namedBy(abilities, whole);
    return scopes.every(({ kind }) => kind !== 'all') ? withinReach(said, reachOf(scopes)) : said;
  });
  return [...own, ...standsInHeld.flatMap(({ abilities }) => namedBy((abilities ?? []).filter(isDeputed), whole))];
}

const holding = (actor: MemberActor, roles: readonly Role[]): MemberActor => ({ ...actor, roles, grants: [], held: [], standsInHeld: [] });

/** Owners own the whole organization, and staff roles count in the workforce alone: neither is held at a site. */
const builtIn = (name: string): readonly Role[] => ORGANIZATION_ROLES.filter((role) => role === name && role !== 'owner');

/** Personal data is seen by grants and never by a role, so that what speaks of columns is none of a role's business. */
const namedBy = (abilities: readonly AbilityName[], whole: readonly Sentence[]): readonly Sentence[] =>
  whole.filter((sentence) => sentence.fields === undefined && abilities.includes(abilityNameOf(sentence)));

const withinReach = (said: readonly Sentence[], reach: Where | undefined): readonly Sentence[] =>
  said
    .filter((sentence) => SCOPED_ABILITIES.has(abilityNameOf(sentence)))
    .map((sentence) => (sentence.mode === 'forbid' ? sentence : { ...sentence, where: both(sentence.where, reach) }));

const both = (one: Where | undefined, other: Where | undefined): Where => ({ $and: [one, other].flatMap((where) => (where === undefined ? [] : [where])) });

interface HeldTogether {
  readonly role: string;
  readonly abilities: readonly AbilityName[] | null;
  readonly scopes: readonly GrantScope[];
}

/** One line for each role, however many sites and groups it is held for: rules are few then, and narrowing is quick. */
function together(held: readonly HeldRole[]): readonly HeldTogether[] {
  const roles = new Map<string, HeldTogether>();
  for (const { role, abilities, scope } of held) {
    const scopes = roles.get(role)?.scopes ?? [];
    roles.set(role, { role, abilities, scopes: [...scopes, grantScopeOf(scope)] });
  }
  return [...roles.values()];
}
