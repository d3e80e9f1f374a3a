import { RuleTester } from 'eslint';
import ts from 'typescript-eslint';

/** Tries a rule on TypeScript, as a file at the repository's root unless a case says otherwise. */
export const tester = new RuleTester({ languageOptions: { parser: ts.parser, parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } } });
