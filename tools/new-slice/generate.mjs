import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesUnder } from '../build/sources.mjs';
import { filled } from './names.mjs';

const TEMPLATES = fileURLToPath(new URL('templates', import.meta.url));

/**
 * Writes a slice's three rooms.
 * @param {string} root of the tree to write into
 * @param {Readonly<Record<string, string>>} names
 * @returns {string[]} the files, from the root
 * @throws {Error} where the slice is there already
 */
export function generate(root, names) {
  const slice = `libs/${names.slice}`;
  if (existsSync(join(root, slice))) throw new Error(`${slice} is there already: add to it by hand.`);
  return filesUnder(TEMPLATES, ['model', 'api', 'console']).map((template) => {
    const file = `${slice}/${filled(placeOf(template), names)}`;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), filled(readFileSync(join(TEMPLATES, template), 'utf8'), names));
    return file;
  });
}

/**
 * Where a template's file goes inside the slice.
 * @param {string} template
 */
const placeOf = (template) =>
  template
    .replace(/^(\w+)\//, '$1/src/')
    .replace('/src/list/', '/src/%noun%-list/')
    .replace(/\.tmpl$/, '');

/**
 * What is left to do by hand: the apps put slices together.
 * @param {Readonly<Record<string, string>>} names
 */
export const nextSteps = ({ slice, Slice, sliceCamel, nounCamel }) => `Now put it together:
  apps/api/src/tables.ts      ...${sliceCamel}Migrations and ...${sliceCamel}Tables of @smartpar/${slice}/api
  apps/api/src/slices.ts      ...${sliceCamel}Entities of @smartpar/${slice}/api, ${nounCamel}Access of @smartpar/${slice}/model
  apps/api/src/app.module.ts  ${Slice}Module of @smartpar/${slice}/api
  apps/console/src/app/app.routes.ts  children from @smartpar/${slice}/console: ${sliceCamel}Routes
  docs/language.md            its words
Then a medium spec in apps/api/spec/${slice}/ and "npm test".
`;
