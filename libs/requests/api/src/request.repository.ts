import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId, notFound } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { Clock, ClockEvent, ClockRecord } from '@smartpar/requests/model';
import { clockEventToJson, type ClockRow, clockToJson, SELECT_CLOCKS, toClock } from './clock-rows';
import { entryToJson, type NewEntry } from './request-entry';
import { PROGRESS_COLUMNS, REQUEST_COLUMNS, type RequestProgress, type RequestRow, SELECT_REQUEST } from './request-row';

/** A request that is being worked on: nobody else changes it until the transaction ends. */
export interface LockedRequest extends RequestRow {
  readonly clocks: readonly Clock[];
}

/** Something that happened to one of the clocks. */
export interface HappenedToClock {
  readonly clockId: string;
  readonly event: ClockEvent;
}

/** What an act leaves behind. */
export interface RequestChange {
  readonly progress: RequestProgress;
  readonly entries: readonly NewEntry[];
  readonly clocks: readonly ClockRecord[];
  readonly clockEvents: readonly HappenedToClock[];
}

/** Requests as they are kept. Every change is kept together with its audit entry. */
@Injectable()
export class RequestRepository {
  /**
   * Reads a request for changing it, with its clocks. The lock comes first, so that what is read beside the row is read after
   * whoever held it has finished.
   */
  async lock(tx: TenantTransaction, requestId: string): Promise<LockedRequest | null> {
    const [, request] = await Promise.all([tx.query(LOCK, [tx.organizationId, requestId]), this.find(tx, requestId)]);
    return request;
  }

  /** Reads a request with its clocks, for looking at it only. */
  async find(tx: TenantTransaction, requestId: string): Promise<LockedRequest | null> {
    const [row] = await tx.query<RequestRow & { readonly clocks: readonly ClockRow[] }>(READ, [tx.organizationId, requestId]);
    return row === undefined ? null : { ...row, clocks: row.clocks.map(toClock) };
  }

  /**
   * Keeps a new request with its clocks and what was asked.
   * @returns false when that request is there already: it was opened by whoever was faster
   */
  async open(tx: TenantTransaction, request: RequestRow, change: Omit<RequestChange, 'progress'>, entry: AuditEntry): Promise<boolean> {
    const made = await tx.query(INSERT, [tx.organizationId, ...REQUEST_COLUMNS.map(([key]) => request[key])]);
    if (made.length === 0) return false;
    await this.append(tx, request.id, change, entry);
    return true;
  }

  /** Keeps what an act did. @throws {DomainError} not_found when the request is not there */
  async change(tx: TenantTransaction, requestId: string, change: RequestChange, entry: AuditEntry): Promise<void> {
    const values = PROGRESS_COLUMNS.map(([key]) => change.progress[key]);
    const [changed] = await Promise.all([tx.query(UPDATE, [tx.organizationId, requestId, ...values]), this.append(tx, requestId, change, entry)]);
    if (changed.length !== 1) throw notFound();
  }

  private async append(
    tx: TenantTransaction,
    requestId: string,
    { entries, clocks, clockEvents }: Omit<RequestChange, 'progress'>,
    entry: AuditEntry,
  ): Promise<void> {
    const put = (statement: string, rows: readonly object[]): readonly Promise<unknown>[] =>
      rows.length === 0 ? [] : [tx.query(statement, [tx.organizationId, requestId, JSON.stringify(rows)])];
    await Promise.all([
      ...put(
        INSERT_ENTRIES,
        entries.map((one) => entryToJson(one, tx.at)),
      ),
      ...put(INSERT_CLOCKS, clocks.map(clockToJson)),
      ...put(
        INSERT_CLOCK_EVENTS,
        clockEvents.map(({ clockId, event }) => clockEventToJson(newId(), clockId, event)),
      ),
      recordEntry(tx, entry),
    ]);
  }
}

const LOCK = 'select from privacy_requests where organization_id = $1 and id = $2 for update';

const READ = `select ${SELECT_REQUEST}, ${SELECT_CLOCKS} as clocks from privacy_requests r where r.organization_id = $1 and r.id = $2`;

const parameters = (count: number, from: number): string => Array.from({ length: count }, (_, index) => `$${index + from}`).join(', ');

const INSERT = `insert into privacy_requests (organization_id, ${REQUEST_COLUMNS.map(([, column]) => column).join(', ')})
  values ($1, ${parameters(REQUEST_COLUMNS.length, 2)}) on conflict (organization_id, id) do nothing returning id`;

const UPDATE = `update privacy_requests set (${PROGRESS_COLUMNS.map(([, column]) => column).join(', ')}) = (${parameters(PROGRESS_COLUMNS.length, 3)})
  where organization_id = $1 and id = $2 returning id`;

const INSERT_ENTRIES = `
  insert into request_messages (organization_id, request_id, id, kind, author_kind, author_member_id, author_line, text, salt, event, for_person, at)
  select $1, $2, n.id, n.kind, n.author_kind, n.author_member_id, n.author_line, n.text, n.salt, n.event, n.for_person, n.at
  from json_to_recordset($3) as n(id uuid, kind text, author_kind text, author_member_id uuid, author_line text, text text, salt text, event jsonb, for_person boolean, at timestamptz)`;

const INSERT_CLOCKS = `
  insert into request_clocks (organization_id, request_id, id, rule_id, ground, place, calendar, time_zone, started_at, due_on, due_at, half_at, four_fifths_at, steps)
  select $1, $2, n.id, n.rule_id, n.ground, n.place, n.calendar, n.time_zone, n.started_at, n.due_on, n.due_at, n.half_at, n.four_fifths_at, n.steps
  from json_to_recordset($3) as n(id uuid, rule_id text, ground text, place text, calendar text, time_zone text, started_at timestamptz,
                                  due_on date, due_at timestamptz, half_at timestamptz, four_fifths_at timestamptz, steps jsonb)`;

const INSERT_CLOCK_EVENTS = `
  insert into request_clock_events (organization_id, request_id, clock_id, id, kind, at, reason, due_on, due_at, half_at, four_fifths_at, steps)
  select $1, $2, n.clock_id, n.id, n.kind, n.at, n.reason, n.due_on, n.due_at, n.half_at, n.four_fifths_at, n.steps
  from json_to_recordset($3) as n(clock_id uuid, id uuid, kind text, at timestamptz, reason text,
                                  due_on date, due_at timestamptz, half_at timestamptz, four_fifths_at timestamptz, steps jsonb)`;
