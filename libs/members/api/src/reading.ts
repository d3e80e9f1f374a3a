import { type Ability, type Sight, sightsOf, subject, type ProfileCategory, scopedSights } from '@smartpar/access/model';

/** What may be done with one kind of member, whatever state they are in. */
export interface Rights {
  readonly correct: boolean;
  readonly place: boolean;
  readonly suspend: boolean;
  readonly reactivate: boolean;
  readonly deactivate: boolean;
  readonly invite: boolean;
  readonly assignRole: boolean;
}

/** What an ability lets its holder see of members, and do with them. */
export interface Reading {
  readonly sight: Sight;
  /** categories that are met better on some rows */
  readonly scoped: readonly ProfileCategory[];
  readonly withOwners: Rights;
  readonly withOthers: Rights;
}

const known = new WeakMap<Ability, Reading>();

/** Works out, once for each ability, what it means for members: a page asks nothing of the rules that another page did not. */
export function readingOf(ability: Ability): Reading {
  const before = known.get(ability);
  if (before !== undefined) return before;
  const reading = {
    sight: sightsOf(ability),
    scoped: scopedSights(ability),
    withOwners: rightsOf(ability, { owner: true }),
    withOthers: rightsOf(ability, { owner: false }),
  };
  known.set(ability, reading);
  return reading;
}

/** What of a member the rules may speak of. */
export interface RuledMember {
  readonly id: string;
  readonly owner: boolean;
  readonly siteId: string | null;
  readonly groupIds: readonly string[];
}

/**
 * What may be done with a member. Roles held for the whole organization ask nothing but whether they are an owner; those of whoever holds one for a
 * site or a group ask where the member belongs.
 */
export function rightsOf(ability: Ability, facts: Partial<RuledMember>): Rights {
  const member = subject('member', { ...facts });
  const may = (action: string): boolean => ability.can(action, member);
  return {
    correct: may('correct'),
    place: may('place'),
    suspend: may('suspend'),
    reactivate: may('reactivate'),
    deactivate: may('deactivate'),
    invite: may('invite'),
    assignRole: may('assign-role'),
  };
}
