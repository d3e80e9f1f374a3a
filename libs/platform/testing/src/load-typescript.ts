import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

/** The folder of the whole repository. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

let registered = false;

/**
 * Lets plain Node import this repository's TypeScript, as jest does for specs: what runs before jest's own loader
 * (its global set-up) has no other way to it.
 */
export function loadTypeScript(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    resolve: (specifier, context, next) => {
      const file = fileOf(specifier, context.parentURL);
      return file === undefined ? next(specifier, context) : { url: pathToFileURL(file).href, shortCircuit: true };
    },
    load: (url, context, next) => (isOurs(url) ? { format: 'module', source: javaScriptOf(fileURLToPath(url)), shortCircuit: true } : next(url, context)),
  });
}

function fileOf(specifier: string, parent: string | undefined): string | undefined {
  const room = /^@smartpar\/(.+)$/.exec(specifier)?.[1];
  if (room !== undefined) return resolve(ROOT, 'libs', room, 'src/index.ts');
  if (!specifier.startsWith('.') || parent === undefined || !isOurs(parent)) return undefined;
  const path = resolve(dirname(fileURLToPath(parent)), specifier);
  return [`${path}.ts`, `${path}/index.ts`].find((file) => existsSync(file));
}

const isOurs = (url: string): boolean => url.startsWith('file:') && url.endsWith('.ts') && !url.includes('/node_modules/');

function javaScriptOf(file: string): string {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2024',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'es6' },
  });
  return code;
}
