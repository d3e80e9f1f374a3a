import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import ts from 'typescript-eslint';
import { allRooms, boundaries } from './tools/lint/boundaries.mjs';
import { house } from './tools/lint/plugin.mjs';

// The boundary rule reads the graph Nx left on disk, and says nothing where there is none or an old one: make it first.
process.env.NX_DAEMON = 'false';
await createProjectGraphAsync({ exitOnError: false });

const rooms = allRooms();

const CONSOLE = ['apps/console/**/*.ts', 'libs/*/console/**/*.ts', 'libs/platform/ui/**/*.ts'];
const TEMPLATES = ['apps/console/**/*.html', 'libs/*/console/**/*.html', 'libs/platform/ui/**/*.html'];
const SPECS = [
  '**/*.spec.ts',
  '**/*.spec.mjs',
  'apps/api/spec/**/*.ts',
  'apps/console-e2e/**/*.ts',
  '**/*.harness.ts',
  'libs/platform/testing/**/*.ts',
  'libs/*/*/testing/**/*.ts',
];
const BOTH_SIDES = ['libs/kernel/**/*.ts', 'libs/*/model/**/*.ts', 'libs/platform/contract/**/*.ts', ...CONSOLE];
/** Files whose tool asks for a default export. */
const CONFIGURATION = ['*.config.mjs', '**/*.config.{mjs,ts}', 'libs/platform/testing/src/jest-*.ts', 'tools/jest/kept/*-environment.mjs'];

const nodeModules = builtinModules.flatMap((name) => [name, `node:${name}`, `${name}/*`, `node:${name}/*`]);

/**
 * @param {{ forSpecs?: readonly string[], allow?: readonly string[] }} besides packages that specs may import, and paths that lead out of a project on purpose
 * @returns {['error', object]}
 */
const boundaryRule = ({ forSpecs = [], allow = [] }) => [
  'error',
  { allow, enforceBuildableLibDependency: false, checkDynamicDependenciesExceptions: ['.*'], depConstraints: boundaries(rooms, undefined, forSpecs) },
];

const RESTRICTED_SYNTAX = [
  { selector: 'TSEnumDeclaration', message: 'Take a frozen object and the union of its values instead of an enum.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: a default export is called something else by everyone.' },
  {
    selector: "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    message: "Write `import * as z from 'zod'`: there is one way to import it, and of this one every bundler leaves out what is not used.",
  },
];

/**
 * What needs to know the types, and is worth the time that takes.
 * @type {Record<string, 'error' | ['error', object]>}
 */
const TYPED = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/no-unsafe-argument': 'error',
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-member-access': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

export default ts.config(
  {
    ignores: [
      'dist/**',
      'data/**',
      'tmp/**',
      'coverage/**',
      '.nx/**',
      '.angular/**',
      'node_modules/**',
      'test-results/**',
      'playwright-report/**',
      '**/*.timestamp-*',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [js.configs.recommended],
    plugins: { '@nx': nx, house },
    rules: {
      '@nx/enforce-module-boundaries': boundaryRule({}),
      'house/one-index': 'error',
      'house/plain-names': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...RESTRICTED_SYNTAX],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strict, ts.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      'no-undef': 'off',
    },
  },
  ...[
    { files: ['apps/api/**/*.ts', 'apps/console-e2e/**/*.ts', 'libs/**/*.ts', 'tools/**/*.ts'], ignores: CONSOLE, project: './tsconfig.json' },
    { files: CONSOLE, ignores: [], project: './apps/console/tsconfig.spec.json' },
  ].map(({ files, ignores, project }) => ({
    files,
    ignores,
    languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
    rules: TYPED,
  })),
  {
    files: ['apps/*/src/**/*.ts', 'libs/**/*.ts'],
    ignores: SPECS,
    rules: { 'house/documented-exports': 'error', 'house/reasoned-assertions': 'error', 'house/time-from-kernel': 'error' },
  },
  {
    files: ['apps/api/src/**/*.ts', 'libs/*/api/**/*.ts', 'libs/platform/**/*.ts'],
    ignores: [...SPECS, '**/migrations/**'],
    rules: { 'house/audited-writes': 'error' },
  },
  {
    files: BOTH_SIDES,
    ignores: SPECS,
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: nodeModules.filter((name) => !name.endsWith('*')), patterns: nodeModules.filter((name) => name.endsWith('*')) },
      ],
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      // The server fills in the demo data, which is no room of the product.
      '@nx/enforce-module-boundaries': boundaryRule({ allow: ['../../../../tools/demo/*'] }),
      'no-restricted-imports': ['error', { paths: [{ name: '@smartpar/platform/testing', message: 'Only the medium specs start databases and fake time.' }] }],
    },
  },
  {
    files: CONSOLE,
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: ['sp'], style: 'kebab-case' }],
      // A structural directive's inputs carry its own name in front.
      '@angular-eslint/no-input-rename': 'off',
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/prefer-output-emitter-ref': 'error',
    },
  },
  {
    files: TEMPLATES,
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: { '@angular-eslint/template/prefer-control-flow': 'error', '@angular-eslint/template/button-has-type': 'error' },
  },
  {
    files: SPECS,
    rules: {
      '@nx/enforce-module-boundaries': boundaryRule({ forSpecs: ['fast-check', '@jest/globals'] }),
      'no-loss-of-precision': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  // Where the console could not even start, the browser's own log is the only place left.
  { files: ['apps/console/src/bootstrap.ts'], rules: { 'no-console': ['error', { allow: ['error'] }] } },
  { files: ['tools/jest/console.setup.mjs'], rules: { '@nx/enforce-module-boundaries': boundaryRule({ allow: ['@angular/core/testing'] }) } },
  { files: CONFIGURATION, rules: { 'no-restricted-syntax': ['error', RESTRICTED_SYNTAX[0]] } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'performance',
          'setTimeout',
          'clearTimeout',
          'setImmediate',
          'fetch',
          'Buffer',
          'AbortController',
          'matchMedia',
          'jest',
          'describe',
          'it',
          'expect',
          'beforeEach',
          'afterEach',
          'beforeAll',
          'afterAll',
          'EventTarget',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  prettier,
);
