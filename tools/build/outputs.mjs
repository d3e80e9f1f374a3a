import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = '.built-from';

/**
 * @param {string} target a built folder
 * @param {string} hash of the sources as they are
 * @returns whether the folder was built from exactly these sources
 */
export const isBuiltFrom = (target, hash) => existsSync(join(target, STAMP)) && readFileSync(join(target, STAMP), 'utf8') === hash;

/**
 * Builds into a folder beside the target and swaps the two at the end: who starts meanwhile sees the old
 * build or the new one, never half of one, and a build that fails leaves the old one alone.
 * @param {string} target
 * @param {string} hash of the sources, remembered inside
 * @param {(folder: string) => Promise<void>} build fills an empty folder
 */
export async function buildInto(target, hash, build) {
  const fresh = `${target}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    await build(fresh);
    writeFileSync(join(fresh, STAMP), hash);
    swap(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * @param {string} fresh
 * @param {string} target
 */
function swap(fresh, target) {
  const old = `${target}.old-${process.pid}`;
  for (let attempt = 0; ; attempt += 1) {
    if (existsSync(target)) renameSync(target, old);
    try {
      renameSync(fresh, target);
      return;
    } catch (error) {
      // Somebody else built at the same time and was first: theirs makes way too.
      if (attempt === 3) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}
