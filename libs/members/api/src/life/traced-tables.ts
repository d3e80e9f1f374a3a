import type { MemberTrace, TableDeclaration } from '@smartpar/platform/database';

/** One way in which a table keeps something about a member. */
export interface TracedColumn {
  readonly table: string;
  readonly trace: MemberTrace;
}

/** Every table that keeps something about members, and what becomes of it; put together where all slices are. */
export class TracedTables {
  readonly traces: readonly TracedColumn[];

  constructor(tables: readonly TableDeclaration[]) {
    this.traces = tables.flatMap(({ name, member = [] }) => member.map((trace) => ({ table: name, trace })));
  }
}
