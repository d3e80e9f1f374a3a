import type { PoolClient } from 'pg';
import { isBroken, withoutValues } from './database-error';
import { statementName } from './statement-name';
import type { Statement } from './transaction';
import { toParameter } from './values';

/** One statement and what is around it. */
export interface ReadOnce {
  /** what opens the transaction */
  readonly begin: string;
  readonly statement: Statement;
  /** called when the connection is free again, with what broke it */
  readonly ended: (broken: Error | undefined) => void;
}

/**
 * Reads in a transaction of its own: from BEGIN to COMMIT in one packet. By callbacks, since this is what the server does
 * most: the driver's promises would cost a list as much as its rows.
 * @returns the rows, as soon as they are there
 */
export function readOnce<R extends object>(client: PoolClient, { begin, statement, ended }: ReadOnce): Promise<R[]> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined;
    let broken: Error | undefined;
    const hear = (error: Error | null | undefined): void => {
      if (!error) return;
      failure ??= error;
      if (isBroken(error)) broken ??= error;
    };
    const { stream } = client.connection;
    stream.cork();
    client.query(begin, hear);
    client.query<R>({ text: statement.text, values: statement.values.map(toParameter), name: statementName(statement.text) }, (error, result) => {
      hear(error);
      if (failure === undefined) resolve(result.rows);
      else reject(withoutValues(failure));
    });
    client.query('COMMIT', (error) => {
      hear(error);
      ended(broken);
    });
    stream.uncork();
  });
}
