import { Inject, Injectable } from '@nestjs/common';
import { type Ability, type AccessRules, type Actor, defineAbility } from '@smartpar/access/model';

/** Injection token of the access rules of all slices, as one array. */
export const ACCESS_RULES = Symbol('access rules');

/** Knows what an actor may do, by the access rules of all slices. */
@Injectable()
export class Abilities {
  private readonly known = new WeakMap<Actor, Ability>();

  constructor(@Inject(ACCESS_RULES) private readonly rules: readonly AccessRules[]) {}

  /** What an actor may do; worked out once per actor object. */
  of(actor: Actor): Ability {
    const known = this.known.get(actor);
    if (known !== undefined) return known;
    const ability = defineAbility(actor, this.rules);
    this.known.set(actor, ability);
    return ability;
  }
}
