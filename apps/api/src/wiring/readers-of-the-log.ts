import { Injectable } from '@nestjs/common';
import { Abilities, ActorSource } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { LogReaders } from '@smartpar/audit/api';

/** Whoever may read the log by the rules, as the member they are now. */
@Injectable()
export class ReadersOfTheLog extends LogReaders {
  constructor(
    private readonly actors: ActorSource,
    private readonly abilities: Abilities,
  ) {
    super();
  }

  override async mayStillRead({ accountId, organizationId, memberId }: MemberActor): Promise<boolean> {
    const actor = await this.actors.actorOf(accountId, organizationId);
    return actor?.memberId === memberId && this.abilities.of(actor).can('read', 'audit-entry');
  }
}
