import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NEVER = new Set(['node_modules', 'dist', '.git', '.nx', '.angular', 'data', 'tmp', 'coverage', 'test-results', 'playwright-report']);

/**
 * Every file below the given files and folders, as paths from the root with `/`, sorted; what is missing is left out.
 * @param {string} root
 * @param {readonly string[]} places files or folders, from the root
 * @returns {string[]}
 */
export function filesUnder(root, places) {
  const found = places
    .filter((place) => existsSync(join(root, place)))
    .flatMap((place) => (statSync(join(root, place)).isFile() ? [place] : filesIn(root, place)));
  return [...new Set(found)].sort();
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
const filesIn = (root, folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (NEVER.has(entry.name)) return [];
    return entry.isDirectory() ? filesIn(root, path) : [path];
  });

/**
 * One hash over names and contents: the same sources always give the same one, whatever their dates.
 * @param {string} root
 * @param {readonly string[]} files
 */
export function hashOf(root, files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}
