import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@smartpar/platform/database';
import { KeyRing } from '@smartpar/platform/http';

/** Where generated keys are kept, in the data folder; readable by the server's own user alone. */
const FILE = 'secret-keys';

/**
 * Reads the keys that configuration names, or those generated at the first start.
 * @param configured value of SECRET_KEYS
 * @param dataFolder folder generated keys are kept in
 * @throws {StartError} where the folder cannot be written or the keys cannot be read
 */
export function readSecretKeys(configured: string | undefined, dataFolder: string): KeyRing {
  return parse(configured ?? generatedKeys(dataFolder));
}

/** Puts a new key in front of the generated ones: it signs from the next start on, the older ones still open what they signed. */
export function addGeneratedKey(dataFolder: string): void {
  writeKeys(dataFolder, [KeyRing.generate(), ...generatedKeys(dataFolder).split(',')].join(','));
}

function generatedKeys(dataFolder: string): string {
  const file = join(dataFolder, FILE);
  if (!existsSync(file)) writeKeys(dataFolder, KeyRing.generate());
  return readFileSync(file, 'utf8').trim();
}

function writeKeys(dataFolder: string, keys: string): void {
  const file = join(dataFolder, FILE);
  try {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(`${file}.new`, `${keys}\n`, { mode: 0o600, flush: true });
    chmodSync(`${file}.new`, 0o600);
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw new StartError(`The data folder ${dataFolder} cannot be written: give this user the right to write there, or choose another folder with DATA_FOLDER.`, { cause: error });
  }
}

function parse(keys: string): KeyRing {
  try {
    return KeyRing.parse(keys);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new StartError(`SECRET_KEYS cannot be used: ${reason} Make a key with \`npm run operate -- new-key\`.`, { cause: error });
  }
}
