import { root } from '../root.mjs';

/** What all kinds of spec have in common: ES modules, one path mapping, mocks that never outlive their test. */
export const common = {
  rootDir: root,
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^@smartpar/(.*)$': '<rootDir>/libs/$1/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/tmp/'],
  watchPathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/tmp/', '<rootDir>/.nx/'],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  restoreMocks: true,
  runtime: '<rootDir>/tools/jest/kept/kept-runtime.mjs',
  // left to itself jest keeps a core for itself, which of two is half
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
  errorOnDeprecated: true,
  // A spec that hangs says so soon enough; one on a busy machine is only slow.
  testTimeout: 30_000,
};

/** Everything that runs in Node, Nest's decorators and their metadata included. */
export const node = {
  ...common,
  testEnvironment: '<rootDir>/tools/jest/kept/node-environment.mjs',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2024',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
