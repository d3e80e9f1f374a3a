import { resolve } from 'node:path';
import type { SessionRules } from '@smartpar/identity/model';
import { StartError } from '@smartpar/platform/database';
import { environmentSchema, type Environment } from './environment';
import { sessionRules } from './session-rules';
import { isProduction, unsafeSetting } from './unsafe';

/** What the server runs with. */
export interface Configuration extends Environment {
  /** absolute path of the folder for the embedded database and generated secrets */
  readonly dataFolder: string;
  /** address people use, without a slash at the end */
  readonly baseUrl: string;
  /** the embedded database serves: development mailbox, demo data and generated secrets are allowed */
  readonly embedded: boolean;
  readonly production: boolean;
  /** whether SmartPAR's staff come in with a second factor only; demo data may be looked at without one */
  readonly staffFactor: 'required' | 'optional';
  /** how long sessions live */
  readonly sessions: SessionRules;
}

/**
 * Reads and checks the environment.
 * @throws {StartError} with one sentence that names the variable and the remedy
 */
export function readConfiguration(variables: Readonly<Record<string, string | undefined>>): Configuration {
  const parsed = environmentSchema.safeParse(variables);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new StartError(`${String(issue?.path[0])} ${issue?.message ?? 'is not valid'}: correct it and start again.`);
  }
  const environment = parsed.data;
  const unsafe = unsafeSetting(environment);
  if (unsafe) throw new StartError(unsafe);
  return {
    ...environment,
    dataFolder: resolve(environment.DATA_FOLDER),
    baseUrl: (environment.BASE_URL ?? defaultBaseUrl(environment)).replace(/\/+$/, ''),
    embedded: environment.DATABASE_URL === undefined,
    production: isProduction(environment),
    sessions: sessionRules(environment),
    staffFactor: environment.STAFF_SECOND_FACTOR ?? (isProduction(environment) ? 'required' : 'optional'),
  };
}

const defaultBaseUrl = ({ HOST, PORT, TLS_CERT }: Environment): string => {
  const host = HOST === '127.0.0.1' || HOST === '::1' ? 'localhost' : HOST;
  return `${TLS_CERT ? 'https' : 'http'}://${host}:${PORT}`;
};
