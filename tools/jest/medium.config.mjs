import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { node } from './common.mjs';

const hook = (/** @type {string} */ name) => {
  const file = `libs/platform/testing/src/${name}.ts`;
  return existsSync(join(root, file)) ? `<rootDir>/${file}` : undefined;
};

/** Specs that meet no database, or start embedded ones of their own, whichever all the others run on: once is enough. */
const ON_THEIR_OWN = ['spec/http/', 'spec/start/start.spec', 'spec/start/operate.spec', 'spec/start/killed-midway.spec', 'spec/database/embedded-postgres.spec'];

/**
 * Medium specs: the server over HTTP against a real PostgreSQL, which `libs/platform/testing` starts once for all of
 * them (`MEDIUM_POSTGRES=15` takes Debian's instead of the embedded one).
 */
export default {
  ...node,
  displayName: 'medium',
  roots: ['<rootDir>/apps/api/spec'],
  testMatch: ['<rootDir>/apps/api/spec/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.MEDIUM_POSTGRES === undefined ? [] : ON_THEIR_OWN)],
  setupFiles: ['reflect-metadata', '<rootDir>/tools/jest/globals.mjs'],
  globalSetup: hook('jest-global-setup'),
  globalTeardown: hook('jest-global-teardown'),
};
