import { isKept } from './is-kept.mjs';

describe('what stays loaded from one spec file to the next', () => {
  it.each([
    'file:///house/node_modules/rxjs/dist/esm/index.js',
    '/house/node_modules/pg/lib/testing/index.js',
    '/house/node_modules/expect/build/index.js',
    'file:///house/libs/kernel/src/ids.ts',
    'file:///house/apps/api/src/app.module.ts',
    'node:fs',
  ])('%s stays', (key) => {
    expect(isKept(key)).toBe(true);
  });

  it.each([
    ['a spec', 'file:///house/libs/kernel/src/ids.spec.ts'],
    ['what specs of the server share', 'file:///house/apps/api/spec/house.ts'],
    ['what specs of a room share', 'file:///house/libs/members/console/testing/member.ts'],
    ['the platform’s help for specs', 'file:///house/libs/platform/testing/src/index.ts'],
    ['what is set up before each', 'file:///house/tools/jest/globals.mjs'],
    ['what the runner gives each file', '@jest/globals//house/tools/jest/globals.mjs'],
    ['what the runner knows of one file', '/house/node_modules/jest-circus/build/jestAdapterInit.js'],
  ])('%s is loaded anew', (_, key) => {
    expect(isKept(key)).toBe(false);
  });
});
