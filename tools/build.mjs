// Builds what is not built: `npm run build [-- api|console]`.
import { stripVTControlCharacters } from 'node:util';
import { buildApi } from './build/api.mjs';
import { buildConsole } from './build/console.mjs';

const parts = { api: buildApi, console: buildConsole };

/**
 * @param {keyof typeof parts} part
 */
export async function build(part) {
  const started = performance.now();
  if (await parts[part]()) process.stderr.write(`Built the ${part} in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
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
