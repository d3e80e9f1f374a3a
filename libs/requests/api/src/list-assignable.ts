import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import { type MemberActor, type Role, sightOf } from '@smartpar/access/model';
import { Database } from '@smartpar/platform/database';
import { Answerers } from './ports/answerers';

/** A member who may be asked to answer. */
export interface AssignableMember {
  readonly memberId: string;
  readonly number: number;
  readonly roles: readonly Role[];
  /** the name, for those who are shown names of members */
  readonly line: string | null;
}

/** Lists the members who may be asked to answer a request. */
@Injectable()
export class ListAssignable {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly answerers: Answerers,
  ) {}

  /** By number. */
  run(actor: MemberActor): Promise<readonly AssignableMember[]> {
    const seesNames = sightOf(this.abilities.of(actor), 'user.name') === 'shown';
    return this.database.tenant(actor, async (tx) => {
      const members = await this.answerers.answering(tx);
      return members.map(({ memberId, number, roles, name }) => ({ memberId, number, roles, line: seesNames ? name : null }));
    });
  }
}
