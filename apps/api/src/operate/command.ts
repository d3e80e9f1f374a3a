import { SystemTime } from '@smartpar/kernel';
import type { Command } from 'commander';
import { type Configuration, readConfiguration } from '../config/configuration';
import { readSecretKeys } from '../start/secret-keys';
import { openStorage } from '../start/storage';
import { type Services, openServices } from './services';

/** What a command prints: sentences for people, or the same as JSON for programs. */
export interface Outcome {
  readonly sentences: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
}

/** Options every command understands. */
export interface CommonOptions {
  readonly json?: true;
}

/** One command of `npm run operate`. */
export type Operate = (program: Command) => void;

/**
 * Prints what a command did.
 * @param options `json` prints one JSON document and nothing else
 */
export function print({ sentences, json }: Outcome, options: CommonOptions): void {
  process.stdout.write(options.json ? `${JSON.stringify(json, null, 2)}\n` : `${sentences.join('\n')}\n`);
}

/** The configuration the server would run with in this environment. */
export const configurationHere = (): Configuration => readConfiguration(process.env);

/**
 * Runs a command on this installation's data, beside a running server or without one.
 * @param work what to do; its outcome is printed once everything is closed
 */
export async function withServices(options: CommonOptions, work: (services: Services) => Promise<Outcome>): Promise<void> {
  const configuration = configurationHere();
  const time = new SystemTime();
  const keys = readSecretKeys(configuration.SECRET_KEYS, configuration.dataFolder);
  const storage = await openStorage(configuration, keys, time, 'a-running-server');
  try {
    const services = await openServices({ configuration, keys, time, storage });
    try {
      print(await work(services), options);
    } finally {
      await services.close();
    }
  } finally {
    await storage.close();
  }
}
