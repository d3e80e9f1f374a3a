import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../root.mjs';

/** Most bytes of compressed script that the console may need before it shows anything. */
export const MOST_BYTES = 250_000;

/** As the server compresses. */
const LEVEL = 4;

/**
 * What a browser has to fetch before the console shows anything: the scripts its page names, those every page begins with, and
 * whatever those cannot start without.
 * @param {string} page HTML of the console
 * @param {readonly string[]} needs what every page begins with
 * @param {(file: string) => string} read the text of a script
 * @returns {Set<string>}
 */
export function firstScripts(page, needs, read) {
  /** @type {Set<string>} */
  const files = new Set();
  const add = (/** @type {string} */ file) => {
    if (files.has(file)) return;
    files.add(file);
    for (const [, needed = ''] of read(file).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)) add(needed);
  };
  for (const [, file = ''] of page.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)) add(file);
  for (const file of needs) add(file);
  return files;
}

/** @returns {{ held: boolean, sentence: string }} how large the scripts of the built console's first load are */
export function firstLoad(folder = join(root, 'dist/console/browser')) {
  const read = (/** @type {string} */ file) => readFileSync(join(folder, basename(file)), 'utf8');
  const { '': everyPage } = JSON.parse(readFileSync(join(folder, '../entrances.json'), 'utf8'));
  const files = [...firstScripts(read('index.html'), everyPage.en.needs, read)];
  const bytes = files.reduce((sum, file) => sum + gzipSync(read(file), { level: LEVEL }).length, 0);
  const held = bytes < MOST_BYTES;
  const kilobytes = (/** @type {number} */ size) => (size / 1000).toFixed(0);
  return {
    held,
    sentence: `First load of the console: ${kilobytes(bytes)} kB of compressed script in ${files.length} files, at most ${kilobytes(MOST_BYTES)}: ${held ? 'held' : 'too much'}.`,
  };
}
