import type { MemberActor } from '../actor';
import { type HeldGrant, sightSentences } from '../held-grant';
import type { AbilityName } from '../roles/role-holding';
import type { AccessRules } from '../rules';
import { explainAbilities } from './explained-ability';

/** A grant that comes or goes. */
export interface ChangedSight {
  readonly grant: HeldGrant;
  /** other grants let them see just as much */
  readonly nothingNew: boolean;
}

/** What is different for somebody after a change. */
export interface AccessChange {
  readonly abilities: { readonly gained: readonly AbilityName[]; readonly lost: readonly AbilityName[] };
  readonly sight: { readonly gained: readonly ChangedSight[]; readonly lost: readonly ChangedSight[] };
}

/** What somebody may do and see after a change and not before, and the other way round, by the rules that decide. */
export function changeBetween(before: MemberActor, after: MemberActor, rules: readonly AccessRules[]): AccessChange {
  const [had, has] = [before, after].map((actor) => explainAbilities(actor, rules).map(({ name }) => name));
  return {
    abilities: { gained: missingIn(has ?? [], had ?? []), lost: missingIn(had ?? [], has ?? []) },
    sight: { gained: sightBeyond(after, before), lost: sightBeyond(before, after) },
  };
}

const missingIn = (names: readonly AbilityName[], others: readonly AbilityName[]): readonly AbilityName[] => names.filter((name) => !others.includes(name));

/** The grants of one that the other does not hold. A grant that adds no sentence to what the other is told anyway is nothing new. */
function sightBeyond({ grants }: MemberActor, other: MemberActor): readonly ChangedSight[] {
  const known = new Set(other.grants.map(keyOf));
  const told = JSON.stringify(sightSentences(other.grants));
  return grants
    .filter((grant) => !known.has(keyOf(grant)))
    .map((grant) => ({ grant, nothingNew: JSON.stringify(sightSentences([...other.grants, grant])) === told }));
}

const keyOf = ({ id, category, mode }: HeldGrant): string => `${id} ${category} ${mode}`;
