import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { type Page, pageOfRows, Time } from '@smartpar/kernel';
import { Database, keyset, type KeyColumn, narrow, type Statement } from '@smartpar/platform/database';
import { readReference, type RequestListItem, type RequestListQuery } from '@smartpar/requests/model';
import { REQUEST_CONDITIONS } from './request-columns';
import { instantColumn, instantText } from './instant-text';

const EMPTY: Page<RequestListItem> = { items: [], next: null };

/** Instants come as text and leave as text: a page of them is read more often than anything else. */
const COLUMNS = `r.id, r.reference, r.kind, r.state, r.member_number as "memberNumber", ${instantColumn('r.asked_at')} as "askedAt", ${instantColumn('r.due_at')} as "dueAt",
  r.paused, (r.state <> 'answered' and not r.paused and r.due_at < $2) as overdue, r.assignee_number as "assigneeNumber", ${instantColumn('r.last_activity_at')} as "lastActivityAt"`;

const ORDERS: Readonly<Record<RequestListQuery['order'], readonly KeyColumn[]>> = {
  due: [
    { sql: 'r.due_at', direction: 'asc', type: 'timestamptz' },
    { sql: 'r.id', direction: 'asc', type: 'uuid' },
  ],
  recent: [
    { sql: 'r.last_activity_at', direction: 'desc', type: 'timestamptz' },
    { sql: 'r.id', direction: 'desc', type: 'uuid' },
  ],
};

const STATES: Readonly<Record<RequestListQuery['state'], readonly string[]>> = { open: [`r.state <> 'answered'`], closed: [`r.state = 'answered'`], all: [] };

/** The inbox: one page, narrowed in SQL by the ability that also guards the single request, in one round trip. */
@Injectable()
export class ListRequests {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly time: Time,
  ) {}

  /** @throws {DomainError} `page.cursor_invalid` */
  async run(actor: MemberActor, query: RequestListQuery): Promise<Page<RequestListItem>> {
    const reference = query.reference === undefined ? undefined : readReference(query.reference);
    if (reference === null) return EMPTY;
    const rows = await this.database.readTenant<RequestListItem>(actor.organizationId, this.statement(actor, query, reference));
    for (const row of rows) write(row);
    return pageOfRows(rows, query.size, ({ id, dueAt, lastActivityAt }) => [query.order === 'due' ? dueAt : lastActivityAt, id]);
  }

  private statement(actor: MemberActor, query: RequestListQuery, reference: string | undefined): Statement {
    const values: unknown[] = [actor.organizationId, this.time.now()];
    const where = ['r.organization_id = $1', ...STATES[query.state]];
    const bound = (sql: string, value: unknown): void => void where.push(`${sql} $${values.push(value)}`);
    if (query.overdue) where.push(`r.state <> 'answered'`, 'not r.paused', 'r.due_at < $2');
    if (query.kind !== undefined) bound('r.kind =', query.kind);
    if (query.assignee === 'nobody') where.push('r.assignee_id is null');
    else if (query.assignee !== undefined) bound('r.assignee_id =', query.assignee === 'me' ? actor.memberId : query.assignee);
    if (reference !== undefined) bound('r.reference =', reference);
    const allowed = narrow({
      ability: this.abilities.of(actor),
      action: 'list',
      noun: 'privacy-request',
      columns: REQUEST_CONDITIONS,
      startParam: values.length + 1,
    });
    values.push(...allowed.values);
    const key = keyset({ columns: ORDERS[query.order], after: query.after, startParam: values.length + 1 });
    values.push(...key.values);
    const text = `select ${COLUMNS} from privacy_requests r where ${[...where, allowed.text, key.where].join(' and ')} order by ${key.orderBy} limit $${values.push(query.size + 1)}`;
    return { text, values };
  }
}

/** In the very row: the driver made it for this answer alone. */
function write(row: RequestListItem): void {
  row.askedAt = instantText(row.askedAt);
  row.dueAt = instantText(row.dueAt);
  row.lastActivityAt = instantText(row.lastActivityAt);
}
