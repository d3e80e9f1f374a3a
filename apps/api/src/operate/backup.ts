import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { backUp, type BackupReport, restore, StartError } from '@smartpar/platform/database';
import { readSecretKeys } from '../start/secret-keys';
import { type MigratedServer, openMigrated } from '../start/storage';
import { type CommonOptions, configurationHere, type Operate, type Outcome, print } from './command';

interface BackUpOptions extends CommonOptions {
  readonly to: string;
}

interface RestoreOptions extends CommonOptions {
  readonly from: string;
}

/** What the key of a backup is derived for. */
const PURPOSE = 'backup';

/** `backup` and `restore`. */
export const backupCommands: Operate = (program) => {
  program
    .command('backup')
    .description('write everything into one encrypted file, while the server runs; it opens with the secret keys of this installation only')
    .requiredOption('--to <file>', 'file to write; it must not exist yet')
    .option('--json', 'print JSON')
    .action((options: BackUpOptions) => onServer(options, (server, secrets) => writeBackup(server, secrets, options)));
  program
    .command('restore')
    .description('bring a backup back into an empty installation that has the same secret keys')
    .requiredOption('--from <file>', 'file that `backup` wrote')
    .option('--json', 'print JSON')
    .action((options: RestoreOptions) => onServer(options, (server, secrets) => readBackup(server, secrets, options)));
};

/** Nothing here serves from the database: a restore refuses one that is served from, by this process too. */
async function onServer(options: CommonOptions, work: (server: MigratedServer, secrets: readonly Uint8Array[]) => Promise<Outcome>): Promise<void> {
  const configuration = configurationHere();
  const keys = readSecretKeys(configuration.SECRET_KEYS, configuration.dataFolder);
  const server = await openMigrated(configuration, keys, 'a-running-server');
  try {
    print(await work(server, keys.secretsFor(PURPOSE)), options);
  } finally {
    await server.stop();
  }
}

async function writeBackup({ ownerUrl }: MigratedServer, [current]: readonly Uint8Array[], { to }: BackUpOptions): Promise<Outcome> {
  if (existsSync(to)) throw new StartError(`The file ${to} exists already: name one that does not.`);
  if (current === undefined) throw new StartError('There is no secret key to encrypt the backup with: make one with `npm run operate -- new-key`.');
  const unfinished = `${to}.unfinished`;
  try {
    const report = await backUp(ownerUrl, createWriteStream(unfinished, { mode: 0o600, flush: true }), current);
    renameSync(unfinished, to);
    return {
      sentences: [`${inWords(report)} are in ${to}.`, 'It opens with the secret keys of this installation only: keep a copy of them, in another place.'],
      json: { file: to, ...report },
    };
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

async function readBackup({ ownerUrl }: MigratedServer, secrets: readonly Uint8Array[], { from }: RestoreOptions): Promise<Outcome> {
  if (!existsSync(from)) throw new StartError(`There is no file ${from}: name the file that \`backup\` wrote.`);
  const report = await restoreWithAny(ownerUrl, from, secrets);
  return { sentences: [`${inWords(report)} are back, as of ${report.at}.`], json: { ...report } };
}

const inWords = ({ tables }: BackupReport): string => `${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables`;

/** A backup may be older than the newest key; the first key that opens it is the one it was made with. */
async function restoreWithAny(ownerUrl: string, from: string, [secret, ...older]: readonly Uint8Array[]): Promise<BackupReport> {
  if (secret === undefined)
    throw new StartError('There is no secret key to open the backup with: set SECRET_KEYS, or put the file secret-keys back into the data folder.');
  try {
    return await restore(ownerUrl, createReadStream(from), secret);
  } catch (error) {
    if (older.length === 0 || !(error instanceof StartError)) throw error;
    return restoreWithAny(ownerUrl, from, older);
  }
}
