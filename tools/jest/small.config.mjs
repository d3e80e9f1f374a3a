import { node } from './common.mjs';

/** Small specs in Node: no file, no network, no database. They stand beside what they test. */
export default {
  ...node,
  displayName: 'small',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/tools'],
  testMatch: [
    '<rootDir>/libs/kernel/**/*.spec.ts',
    '<rootDir>/libs/*/{model,api}/**/*.spec.ts',
    '<rootDir>/libs/platform/!(ui)/**/*.spec.ts',
    '<rootDir>/apps/api/src/**/*.spec.ts',
    '<rootDir>/tools/**/*.spec.{ts,mjs}',
  ],
  setupFiles: ['reflect-metadata', '<rootDir>/tools/jest/globals.mjs'],
};
