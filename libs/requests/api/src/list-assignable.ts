import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { Database } from '@smartpar/platform/database';
import { ASSIGNABLE_ROLES } from '@smartpar/requests/model';
import { Answerers } from './ports/answerers';

/** A member who may be asked to answer. */
export interface AssignableMember {
  readonly memberId: string;
  readonly number: number;
  readonly line: string;
}

/** Lists the members who may be asked to answer a request. */
@Injectable()
export class ListAssignable {
  constructor(
    private readonly database: Database,
    private readonly answerers: Answerers,
  ) {}

  /** By number. */
  run(actor: MemberActor): Promise<readonly AssignableMember[]> {
    return this.database.tenant(actor, async (tx) => {
      const members = await this.answerers.holding(tx, ASSIGNABLE_ROLES);
      return members.map(({ memberId, number, name }) => ({ memberId, number, line: name }));
    });
  }
}
