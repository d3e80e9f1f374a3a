import type { FieldDef, PoolClient } from 'pg';
import { isBroken, withoutValues } from './database-error';
import { type Columns, ReadQuery, SCOPE } from './read-query';
import { statementName } from './statement-name';
import type { Statement } from './transaction';
import { toParameter, valueTypes } from './values';

/** One statement and what is around it. */
export interface ReadOnce {
  readonly organizationId: string;
  /** what opens the transaction, where it is opened by a command */
  readonly begin: string;
  readonly statement: Statement;
  /** called when the connection is free again, with what broke it */
  readonly ended: (broken: Error | undefined) => void;
}

/** What each connection has prepared, and the columns it described, by the name of the statement. */
const prepared = new WeakMap<PoolClient, Map<string, Columns>>();

/**
 * Reads in a transaction of its own, in one packet. By callbacks, since this is what the server does most: the driver's
 * promises would cost a list as much as its rows.
 * @returns the rows, as soon as they are there
 */
export function readOnce<R extends object>(client: PoolClient, { organizationId, begin, statement, ended }: ReadOnce): Promise<R[]> {
  const { text } = statement;
  const values = statement.values.map(toParameter);
  const name = statementName(client, text);
  const columns = name === undefined ? undefined : prepared.get(client)?.get(name);
  const texts = textsOf(values);
  if (name === undefined || columns === undefined || texts === null) return readFirst<R>(client, { begin, text, values, name, organizationId, ended });
  return new Promise((resolve, reject) => {
    const settle = (failure: Error | null, rows: readonly object[]): void => {
      ended(failure !== null && isBroken(failure) ? failure : undefined);
      if (failure === null)
        resolve(rows as R[]); // as: the shape of the rows is the caller's statement
      else reject(withoutValues(failure));
    };
    client.query(new ReadQuery({ organizationId, text, values: texts, name, columns, settle }));
  });
}

/** @returns `null` where a value is none of the kinds that are their own text: how lists and bytes are written is the driver's matter */
function textsOf(values: readonly unknown[]): readonly (string | null)[] | null {
  const texts: (string | null)[] = [];
  for (const value of values) {
    if (value === null || value === undefined) texts.push(null);
    else if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'number' || typeof value === 'boolean') texts.push(String(value));
    else return null;
  }
  return texts;
}

interface FirstRead extends Omit<ReadOnce, 'statement'>, Statement {
  readonly name: string | undefined;
}

/** Reads in the driver's own words. What this connection has not read before is prepared, and what it answers with is described. */
function readFirst<R extends object>(client: PoolClient, { organizationId, begin, name, text, values, ended }: FirstRead): Promise<R[]> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined;
    let broken: Error | undefined;
    const hear = (error: Error | null | undefined): void => {
      if (!error) return;
      failure ??= error;
      if (isBroken(error)) broken ??= error;
    };
    const known = prepared.get(client);
    const { stream } = client.connection;
    stream.cork();
    if (known === undefined) client.query({ ...SCOPE, values: [organizationId] }, hear);
    client.query(begin, hear);
    client.query<R>({ text, values: [...values], ...(name !== undefined && { name }) }, (error, result) => {
      hear(error);
      if (failure !== undefined) return reject(withoutValues(failure));
      if (name !== undefined) prepared.set(client, (known ?? new Map<string, Columns>()).set(name, columnsOf(result.fields)));
      return resolve(result.rows);
    });
    client.query('COMMIT', (error) => {
      hear(error);
      ended(broken);
    });
    stream.uncork();
  });
}

const columnsOf = (fields: readonly FieldDef[]): Columns => ({
  names: fields.map(({ name }) => name),
  // as: the driver leaves open what its parsers make of a text
  parsers: fields.map(({ dataTypeID }) => valueTypes.getTypeParser(dataTypeID, 'text') as Columns['parsers'][number]),
  empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
});
