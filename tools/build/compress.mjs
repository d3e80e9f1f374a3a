import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);

/**
 * Puts beside each script and style its Brotli form, as small as it gets: made once here, sent many times.
 * @param {string} folder
 */
export async function compressFiles(folder) {
  const files = readdirSync(folder).filter((name) => /\.(?:js|css)$/.test(name));
  await Promise.all(files.map(async (name) => writeFile(join(folder, `${name}.br`), await compress(await readFile(join(folder, name))))));
}
