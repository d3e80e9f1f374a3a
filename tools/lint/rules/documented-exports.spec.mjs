import { documentedExports } from './documented-exports.mjs';
import { tester } from './rule-tester.mjs';

tester.run('documented-exports', documentedExports, {
  valid: [
    '/** How long a page may be. */\nexport const MAX = 100;',
    '/** A person in one organization. */\nexport interface Member {}',
    "/** The inbox. */\n@Component({ selector: 'sp-a' })\nexport class Inbox {}",
    '/** Turns one into two. */\nexport function f(a: string): string;\nexport function f(a: number): number;\nexport function f(a: unknown) { return a; }',
    "export * from './member';\nexport { a } from './a';",
    'const inner = 1;',
  ],
  invalid: [
    { code: 'export const MAX = 100;', errors: [{ messageId: 'sentence' }] },
    { code: '// not a JSDoc sentence\nexport function f() {}', errors: [{ messageId: 'sentence' }] },
    { code: "@Component({ selector: 'sp-a' })\nexport class Inbox {}", errors: [{ messageId: 'sentence' }] },
    { code: '/** one */\nexport const a = 1;\nexport type B = string;', errors: [{ messageId: 'sentence' }] },
  ],
});
