import { Injectable } from '@nestjs/common';
import { ActorSource, PresentActors } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { Time } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { actorColumns, actorOf, type ActorRow } from './actor-row';

/** One statement: the active member of an account, their roles, what those may see, and whether this is SmartPAR's workforce. */
const ACTOR = `select ${actorColumns('$3')} from members m where m.organization_id = $1 and m.status = 'active'`;

const BY_ACCOUNT = `${ACTOR} and m.account_id = $2`;

const BY_ID = `${ACTOR} and m.id = $2`;

/** Finds as which member an account acts. */
@Injectable()
export class MemberActors extends ActorSource {
  constructor(
    private readonly database: Database,
    private readonly time: Time,
  ) {
    super();
  }

  /** @returns `null` for strangers and for members who are not active */
  override async actorOf(accountId: string, organizationId: string): Promise<MemberActor | null> {
    const at = this.time.now();
    const [row] = await this.database.readTenant<ActorRow>(organizationId, { text: BY_ACCOUNT, values: [organizationId, accountId, at] });
    return row === undefined ? null : actorOf(row, { accountId, organizationId }, at);
  }
}

/** Finds what a member holds at this moment of a transaction. */
@Injectable()
export class MembersPresent extends PresentActors {
  override async of(tx: TenantTransaction, { accountId, memberId }: MemberActor): Promise<MemberActor | null> {
    const [row] = await tx.query<ActorRow>(BY_ID, [tx.organizationId, memberId, tx.at]);
    return row === undefined ? null : actorOf(row, { accountId, organizationId: tx.organizationId }, tx.at);
  }
}
