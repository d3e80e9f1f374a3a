import { Injectable } from '@nestjs/common';
import type { ExtractStop, MemberActor, Role } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { GrantUseRepository } from '../grants/grant-use.repository';
import type { LookReach } from '../profile-values';
import { PresentActors } from '../roles/present-actors';
import { hasSigned } from '../undertaking/signed-undertaking';
import { isKeptAway } from '../violations/stopped-access';
import { type LookAt, rolesLookedWith, type Way, wayToLook, withoutEnded } from '../way-to-look';
import { withoutEmergencies } from './choose-people';
import type { ExtractRow } from './extract-row';

/** By what somebody looks at the moment of a transaction. */
export interface Looking {
  readonly reach: LookReach;
  /** grants of their own table it rests on; nobody ends them before the transaction does */
  readonly timed: readonly string[];
  readonly byRoles: readonly Role[];
}

/** Asks anew, at every step of work that goes on for long and at every page of a file, whether whoever asked for it still may. */
@Injectable()
export class StillMayExtract {
  constructor(
    private readonly abilities: Abilities,
    private readonly present: PresentActors,
    private readonly uses: GrantUseRepository,
  ) {}

  /** By what they look now, or why they may look at nobody any more. */
  async standing(tx: TenantTransaction, extract: ExtractRow): Promise<Looking | { readonly stop: ExtractStop }> {
    const [keptAway, signed, actor] = await Promise.all([
      isKeptAway(tx, extract.requestedBy),
      hasSigned(tx, extract.requestedBy),
      this.present.of(tx, bare(tx, extract)),
    ]);
    if (keptAway || actor === null) return { stop: 'kept-away' };
    if (!signed) return { stop: 'unsigned' };
    if (!this.abilities.of(actor).can('ask', 'extract')) return { stop: 'access-ended' };
    return (await this.looking(tx, withoutEmergencies(actor), extract)) ?? { stop: 'access-ended' };
  }

  private async looking(tx: TenantTransaction, actor: MemberActor, look: LookAt): Promise<Looking | null> {
    const way = wayToLook(this.abilities, actor, look);
    if (way === null) return null;
    const live = way.timed.length === 0 ? new Set<string>() : await this.uses.live(tx, way.timed);
    // what ended meanwhile counts no more; what is left may do
    if (live.size < way.timed.length) return this.looking(tx, withoutEnded(actor, live), look);
    return lookingBy(way, actor, look);
  }
}

const lookingBy = ({ ability, timed }: Way, actor: MemberActor, { purpose }: LookAt): Looking => ({
  reach: { ability, purpose },
  timed,
  byRoles: rolesLookedWith(actor),
});

/** Whoever asked, as far as the extract knows them: what they hold is asked of the database. */
const bare = ({ organizationId }: TenantTransaction, { accountId, requestedBy }: ExtractRow): MemberActor => ({
  kind: 'member',
  accountId,
  organizationId,
  memberId: requestedBy,
  roles: [],
  grants: [],
  oversight: false,
});
