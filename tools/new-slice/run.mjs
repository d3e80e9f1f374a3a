// `npm run new-slice -- <name> [--noun <noun>] [--nouns <plural>]`: a new slice with its first noun, through all floors.
import { parseArgs } from 'node:util';
import { root } from '../root.mjs';
import { generate, nextSteps } from './generate.mjs';
import { namesOf } from './names.mjs';

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { noun: { type: 'string' }, nouns: { type: 'string' } } });
  const [slice, more] = positionals;
  if (slice === undefined || more !== undefined) throw new Error('Name one slice, in the plural of its noun: npm run new-slice -- policies.');
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const names = namesOf({ slice, ...values, timestamp });
  process.stdout.write(`${generate(root, names).join('\n')}\n\n${nextSteps(names)}`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
