import { type Ability, type MemberActor, type OrganizationPurpose, type ProfileCategory, type Role, subject } from '@smartpar/access/model';
import { isId } from '@smartpar/kernel';
import type { Abilities } from './abilities';
import type { LookReach } from './profile-values';
import { isBuiltIn } from './roles/assignment.repository';

/** What somebody would look at, and what for. */
export interface LookAt {
  readonly categories: readonly ProfileCategory[];
  readonly purpose: OrganizationPurpose;
}

/** How somebody may look. */
export interface Way {
  readonly ability: Ability;
  /** at everybody's */
  readonly everywhere: boolean;
  /** grants of their own table it may rest on */
  readonly timed: readonly string[];
}

/** How the rules let somebody look; `null` where they let them look at nobody's for this purpose. */
export function wayToLook(abilities: Abilities, actor: MemberActor, { categories, purpose }: LookAt): Way | null {
  const of = actor.grants.filter((grant) => categories.includes(grant.category) && grant.purposes.includes(purpose));
  if (!categories.every((category) => of.some((grant) => grant.category === category))) return null;
  const ability = abilities.of(actor);
  const anybody = subject('member', { purpose });
  const everywhere = categories.every((category) => ability.can('look', anybody, category));
  return { ability, everywhere, timed: [...new Set(of.flatMap(({ id, until }) => (until === null || !isId(id) ? [] : id)))] };
}

/** Within what reach somebody looks; nothing where they may look at everybody's. */
export const reachOf = (way: Way | null, { purpose }: LookAt): LookReach | undefined =>
  way === null || way.everywhere ? undefined : { ability: way.ability, purpose };

/** The same member without what has ended. */
export const withoutEnded = (actor: MemberActor, live: ReadonlySet<string>): MemberActor => ({
  ...actor,
  grants: actor.grants.filter(({ id, until }) => until === null || !isId(id) || live.has(id)),
});

/** The built-in roles somebody looks with, for the whole organization or for a site or a group: who was looked at reads them. */
export const rolesLookedWith = ({ roles, held = [] }: MemberActor): readonly Role[] => [
  ...new Set([...roles, ...held.flatMap(({ role }) => (isBuiltIn(role) ? role : []))]),
];
