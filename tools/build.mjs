// Builds what is not built: `npm run build [-- api|console]`.
import { stripVTControlCharacters } from 'node:util';
import { buildApi } from './build/api.mjs';
import { buildConsole } from './build/console.mjs';

const parts = { api: buildApi, console: buildConsole };

/**
 * Builds a part, if it is not built from its source as it stands, and says so before and after: it takes a while.
 * @param {keyof typeof parts} part
 */
export async function build(part) {
  /** @type {number | undefined} */
  let began;
  await parts[part](() => {
    began = performance.now();
    process.stderr.write(`Building the ${part}, which is done once for each version ...\n`);
  });
  if (began !== undefined) process.stderr.write(`Built the ${part} in ${((performance.now() - began) / 1000).toFixed(1)} s.\n`);
}

if (import.meta.main) {
  const asked = process.argv.slice(2);
  const unknown = asked.find((part) => !(part in parts));
  try {
    if (unknown !== undefined) throw new Error(`There is no "${unknown}" to build; say api, console, or nothing for both.`);
    if (asked.length === 0 || asked.includes('api')) await build('api');
    if (asked.length === 0 || asked.includes('console')) await build('console');
  } catch (error) {
    process.stderr.write(`${stripVTControlCharacters(error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = 1;
  }
}
