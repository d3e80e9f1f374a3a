import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import { type Ability, type MemberActor, type Sight, sightsOf, subject } from '@smartpar/access/model';
import { MemberActors } from '../member-actors';
import type { ImportRow } from './import-row';

/** What whoever imports may do, as it is now. */
export interface Importer {
  readonly actor: MemberActor;
  readonly sight: Sight;
  /** they may change owners */
  readonly ownersToo: boolean;
}

/** Asks anew, at every step of work that goes on for long, whether whoever began it still may. */
@Injectable()
export class StillMayImport {
  constructor(
    private readonly actors: MemberActors,
    private readonly abilities: Abilities,
  ) {}

  /** @returns `null` where they are gone, suspended, or lost the role */
  async importerOf(organizationId: string, { accountId, memberId }: Pick<ImportRow, 'accountId' | 'memberId'>): Promise<Importer | null> {
    const actor = await this.actors.actorOf(accountId, organizationId);
    if (actor?.memberId !== memberId) return null;
    const ability = this.abilities.of(actor);
    return ability.can('import', 'member') ? importerBy(actor, ability) : null;
  }
}

const importerBy = (actor: MemberActor, ability: Ability): Importer => ({
  actor,
  sight: sightsOf(ability),
  ownersToo: ability.can('correct', subject('member', { owner: true })),
});
