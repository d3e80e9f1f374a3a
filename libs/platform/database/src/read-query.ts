import pg from 'pg';

/** Says for whom, and that nothing is written, until the transaction ends. */
export const SCOPE = {
  name: 'scope',
  text: `select set_config('app.organization_id', $1, true), set_config('transaction_read_only', 'on', true)`,
} as const;

/** The columns of a prepared statement's rows, as a connection described them once. */
export interface Columns {
  readonly names: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
  /** a row with nothing in it */
  readonly empty: Readonly<Record<string, unknown>>;
}

/** A statement that a connection has prepared, and the scope it runs in. */
export interface PreparedRead {
  readonly text: string;
  readonly values: readonly (string | null)[];
  readonly organizationId: string;
  readonly name: string;
  readonly columns: Columns;
  /** called once, with the rows or with what went wrong */
  readonly settle: (failure: Error | null, rows: Readonly<Record<string, unknown>>[]) => void;
}

/**
 * The scope and one statement between two synchronizations of the extended protocol. What stands there is one transaction
 * to the server, though neither BEGIN nor COMMIT is sent, and columns described before are not described again: reading
 * is what the server does most, and each of these messages would cost it about as much as a row.
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 */
export class ReadQuery extends pg.Query {
  private readonly found: Readonly<Record<string, unknown>>[] = [];
  private scoped = false;
  private failure: Error | null = null;

  constructor(readonly read: PreparedRead) {
    super(read.text);
  }

  override submit = (connection: pg.Connection): void => {
    const wire = connection as unknown as Wire; // as: the types speak of an older driver
    wire.stream.cork();
    wire.bind({ statement: SCOPE.name, values: [this.read.organizationId] });
    wire.execute();
    wire.bind({ statement: this.read.name, values: this.read.values });
    wire.execute();
    wire.sync();
    wire.stream.uncork();
  };

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (!this.scoped || this.failure !== null) return;
    try {
      this.found.push(rowOf(this.read.columns, fields));
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  handleCommandComplete(): void {
    this.scoped = true;
  }

  handleReadyForQuery(): void {
    this.read.settle(this.failure, this.found);
  }

  handleError(error: Error): void {
    this.read.settle(error, this.found);
  }
}

/** What of the driver's connection is used here. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  bind(message: { readonly statement: string; readonly values: readonly (string | null)[] }): void;
  execute(): void;
  sync(): void;
}

function rowOf({ names, parsers, empty }: Columns, fields: readonly (string | null)[]): Readonly<Record<string, unknown>> {
  const row: Record<string, unknown> = { ...empty };
  names.forEach((name, index) => {
    const field = fields[index];
    if (typeof field === 'string') row[name] = parsers[index]?.(field);
  });
  return row;
}
