import { common } from './common.mjs';

/** Small specs of the console: components in a simulated browser, without zone.js. */
export default {
  ...common,
  displayName: 'console',
  testEnvironment: '<rootDir>/tools/jest/kept/browser-environment.mjs',
  moduleFileExtensions: ['ts', 'html', ...common.moduleFileExtensions.slice(1)],
  moduleNameMapper: { ...common.moduleNameMapper, '^tslib$': 'tslib/tslib.es6.mjs' },
  roots: ['<rootDir>/libs', '<rootDir>/apps'],
  testMatch: ['<rootDir>/libs/*/console/**/*.spec.ts', '<rootDir>/libs/platform/ui/**/*.spec.ts', '<rootDir>/apps/console/**/*.spec.ts'],
  setupFiles: ['<rootDir>/tools/jest/globals.mjs'],
  setupFilesAfterEnv: ['<rootDir>/tools/jest/console.setup.mjs'],
  transform: {
    '^.+\\.(ts|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/tools/jest/tsconfig.console.json', stringifyContentPathRegex: '\\.(html|svg)$', useESM: true },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
};
