import { Injectable } from '@nestjs/common';
import type { KeepingReason, TraceKind } from '@smartpar/platform/contract';
import type { Temporal } from '@smartpar/kernel';
import { type LeavingOutlook, plannedAt, type Wait, waitsFor } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { Departure } from './departure.repository';
import { LeavingFacts } from './leaving-facts';
import { LifeRulesRepository } from './life-rules.repository';
import { TracedTables, type TracedColumn } from './traced-tables';

/** What is kept about a member, counted by what becomes of it. */
interface Figures {
  readonly goes: ReadonlyMap<TraceKind, number>;
  readonly stays: ReadonlyMap<string, Staying>;
}

interface Staying {
  readonly kind: TraceKind;
  readonly why: KeepingReason;
  readonly count: number | null;
}

/** Says what goes, what stays until when and why, in figures of this moment: read off the list every table declares itself in. */
@Injectable()
export class Outlook {
  private readonly counted: readonly TracedColumn[];

  constructor(
    private readonly tables: TracedTables,
    private readonly rules: LifeRulesRepository,
    private readonly facts: LeavingFacts,
  ) {
    this.counted = tables.traces.filter(({ trace }) => trace.uncounted !== true);
  }

  /** @param departure where they have left already */
  async of(tx: TenantTransaction, memberId: string, departure: Departure | null): Promise<LeavingOutlook> {
    const [counts, { graceDays }, waits] = await Promise.all([this.count(tx, memberId), this.rules.read(tx), this.waits(tx, memberId, departure)]);
    const { goes, stays } = figuresOf(this.tables.traces, counts);
    const planned = departure?.doneAt === undefined || departure.doneAt === null ? await this.planned(tx, memberId, departure, graceDays) : null;
    return {
      goes: [...goes].filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count })),
      stays: [...stays.values()].filter(({ count }) => count !== 0),
      plannedAt: planned?.toString() ?? null,
      graceDays,
      waits: waits.map(waitText),
    };
  }

  /** What keeps somebody who left from being de-identified; nothing for whoever is there, or was de-identified. */
  async waits(tx: TenantTransaction, memberId: string, departure: Departure | null): Promise<readonly Wait[]> {
    if (departure === null || departure.doneAt !== null) return [];
    const { departedAt, graceUntil } = departure;
    const [keeping, openRequests] = await Promise.all([this.facts.keeping(tx, memberId), this.facts.openRequests(tx, memberId)]);
    return waitsFor({ departedAt, graceUntil, ...keeping, openRequests }, tx.at);
  }

  /** The moment from which nothing but holds and open requests keeps their data. */
  async planned(tx: TenantTransaction, memberId: string, departure: Departure | null, graceDays: number): Promise<Temporal.Instant> {
    const { memberDays } = await this.facts.keeping(tx, memberId);
    const departedAt = departure?.departedAt ?? tx.at;
    return plannedAt({ departedAt, graceUntil: departure?.graceUntil ?? tx.at.add({ hours: graceDays * 24 }), memberDays });
  }

  /** How many rows each declared column leads to, in one statement. */
  private async count(tx: TenantTransaction, memberId: string): Promise<ReadonlyMap<string, number>> {
    const each = this.counted.map(({ table, trace }) => `(${countOf(table, trace)}) as "${table}.${trace.column}"`);
    const [row] = await tx.query<Record<string, number>>(`select ${each.join(', ')}`, [tx.organizationId, memberId]);
    return new Map(Object.entries(row ?? {}));
  }
}

/** Of a line that is emptied as a whole it is counted what stands in it; of everything else, how many rows there are. */
function countOf(table: string, trace: TracedColumn['trace']): string {
  const { column } = trace;
  const of = `from ${table} t where t.organization_id = $1 and t.${column} = $2`;
  if (trace.becomes !== 'emptied' || trace.stays === undefined) return `select count(*)::int ${of}`;
  return `select coalesce(sum(num_nonnulls(${Object.keys(trace.columns)
    .filter(isValue)
    .map((one) => `t.${one}`)
    .join(', ')})), 0)::int ${of}`;
}

/** A value in the form in which it is searched is the same value once more. */
const isValue = (column: string): boolean => !column.endsWith('_folded');

function figuresOf(traces: readonly TracedColumn[], counts: ReadonlyMap<string, number>): Figures {
  const goes = new Map<TraceKind, number>();
  const stays = new Map<string, Staying>();
  for (const { table, trace } of traces) {
    const { kind } = trace;
    const count = counts.get(`${table}.${trace.column}`) ?? null;
    // what is emptied goes, and its rows stay for their reason; of a member's own line nothing more is said
    if (trace.becomes !== 'kept') goes.set(kind, (goes.get(kind) ?? 0) + (count ?? 0));
    if (trace.becomes === 'erased' || (trace.becomes === 'emptied' && trace.stays !== undefined)) continue;
    const key = `${kind} ${trace.why}`;
    const before = stays.get(key);
    stays.set(key, { kind, why: trace.why, count: before === undefined ? count : sum(before.count, count) });
  }
  return { goes, stays };
}

const sum = (one: number | null, other: number | null): number | null => (one === null ? other : one + (other ?? 0));

/** What is waited for, as it is told. */
export const waitText = (wait: Wait): { kind: Wait['kind']; until: string | null; count: number | null } =>
  'until' in wait ? { kind: wait.kind, until: wait.until.toString(), count: null } : { kind: wait.kind, until: null, count: wait.count };
