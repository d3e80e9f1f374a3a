import { Injectable } from '@nestjs/common';
import type { MemberActor, StaffActor, StaffLockbox, StaffLockboxQuery } from '@smartpar/access/model';
import { notFound, type Page, pageOfRows } from '@smartpar/kernel';
import { Database, keyset, type TenantTransaction } from '@smartpar/platform/database';
import { staffLockboxOf } from './lockbox-row';
import { LockboxRepository } from './lockbox.repository';
import { staffAt } from './staff-at-tenant';

interface Pointer {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly requestedAt: Date;
}

const POINTER = 'lockbox_id as id, organization_id as "organizationId", organization_name as "organizationName", requested_at as "requestedAt"';

/** Staff read what they themselves asked for, each in the organization it is about. */
@Injectable()
export class ReadOwnLockboxes {
  constructor(
    private readonly database: Database,
    private readonly lockboxes: LockboxRepository,
  ) {}

  /** Newest first. @throws {DomainError} `page.cursor_invalid` */
  async list(actor: MemberActor, { size, after }: StaffLockboxQuery): Promise<Page<StaffLockbox>> {
    const key = keyset({
      columns: [
        { sql: 'requested_at', direction: 'desc', type: 'timestamptz' },
        { sql: 'lockbox_id', direction: 'desc', type: 'uuid' },
      ],
      after,
      startParam: 3,
    });
    const pointers = await this.database.account(actor.accountId, (tx) =>
      tx.query<Pointer>(`select ${POINTER} from staff_lockboxes where account_id = $1 and ${key.where} order by ${key.orderBy} limit $2`, [
        actor.accountId,
        size + 1,
        ...key.values,
      ]),
    );
    const { items, next } = pageOfRows(pointers, size, ({ requestedAt, id }) => [requestedAt.toISOString(), id]);
    const read = new Map<string, StaffLockbox>();
    // one organization after the other: a page of a list is not worth all of the connections there are
    for (const [organizationId, own] of Map.groupBy(items, (one) => one.organizationId)) {
      for (const one of await this.database.tenant(staffAt(actor, organizationId), (tx) => this.among(tx, own))) read.set(one.id, one);
    }
    return { items: items.flatMap(({ id }) => read.get(id) ?? []), next };
  }

  /** One of them. @throws {DomainError} `not_found` for what is not there or somebody else's */
  async one(actor: MemberActor, lockboxId: string): Promise<StaffLockbox> {
    const { organizationName, staff } = await this.pointed(actor, lockboxId);
    return this.database.tenant(staff, (tx) => this.within(tx, lockboxId, organizationName));
  }

  /** The same, in a transaction that is open already. */
  async within(tx: TenantTransaction, lockboxId: string, organizationName: string): Promise<StaffLockbox> {
    const found = await this.find(tx, lockboxId, organizationName);
    if (found === null) throw notFound();
    return found;
  }

  /** Where one of the staff member's own lockboxes is, and as whom they act there. @throws {DomainError} `not_found` */
  async pointed(actor: MemberActor, lockboxId: string): Promise<{ readonly staff: StaffActor; readonly organizationName: string }> {
    const [pointer] = await this.database.account(actor.accountId, (tx) =>
      tx.query<Pointer>(`select ${POINTER} from staff_lockboxes where account_id = $1 and lockbox_id = $2`, [actor.accountId, lockboxId]),
    );
    if (pointer === undefined) throw notFound();
    return { staff: staffAt(actor, pointer.organizationId), organizationName: pointer.organizationName };
  }

  private async among(tx: TenantTransaction, pointers: readonly Pointer[]): Promise<StaffLockbox[]> {
    const names = new Map(pointers.map(({ id, organizationName }) => [id, organizationName]));
    const rows = await this.lockboxes.among(tx, [...names.keys()]);
    return rows.map((row) => staffLockboxOf(row, { id: tx.organizationId, name: names.get(row.id) ?? '' }, tx.at));
  }

  private async find(tx: TenantTransaction, lockboxId: string, name: string): Promise<StaffLockbox | null> {
    const row = await this.lockboxes.find(tx, lockboxId);
    return row === null ? null : staffLockboxOf(row, { id: tx.organizationId, name }, tx.at);
  }
}
