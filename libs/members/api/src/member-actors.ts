import { Injectable } from '@nestjs/common';
import { ActorSource, PresentActors } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { Time } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { actorColumns, actorOf, type ActorRow } from './actor-row';
import { LastUseRepository, unusedToday } from './life/last-use.repository';

/** What is read of the active member. */
const COLUMNS = actorColumns('$3');

const ACTIVE = `from members m where m.organization_id = $1 and m.status = 'active'`;

/** One statement: the active member of an account, their roles, what those may see, whether this is SmartPAR's workforce, and whether they were here today. */
const BY_ACCOUNT = `select ${COLUMNS}, ${unusedToday('$3')} as "unusedToday" ${ACTIVE} and m.account_id = $2`;

const BY_ID = `select ${COLUMNS} ${ACTIVE} and m.id = $2`;

interface FoundRow extends ActorRow {
  readonly unusedToday: boolean;
}

/** Finds as which member an account acts. */
@Injectable()
export class MemberActors extends ActorSource {
  constructor(
    private readonly database: Database,
    private readonly time: Time,
    private readonly lastUse: LastUseRepository,
  ) {
    super();
  }

  /** @returns `null` for strangers and for members who are not active */
  override async actorOf(accountId: string, organizationId: string): Promise<MemberActor | null> {
    const at = this.time.now();
    const [row] = await this.database.readTenant<FoundRow>(organizationId, { text: BY_ACCOUNT, values: [organizationId, accountId, at] });
    if (row === undefined) return null;
    if (row.unusedToday) await this.lastUse.markToday(organizationId, row.memberId);
    return actorOf(row, { accountId, organizationId }, at);
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
