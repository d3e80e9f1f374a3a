import { reasonedAssertions } from './reasoned-assertions.mjs';
import { tester } from './rule-tester.mjs';

tester.run('reasoned-assertions', reasonedAssertions, {
  valid: [
    "const ROLES = ['owner'] as const;",
    'const row = found satisfies Row;',
    '// pg gives rows without a type\nconst row = found as Row;',
    'const row = found as Row; // pg gives rows without a type',
    '// the list is never empty\nconst row = call(\n  first,\n  second as Row,\n);',
    'const x = call(\n  first,\n  second as Row, // the list is never empty\n);',
  ],
  invalid: [
    { code: 'const row = found as Row;', errors: [{ messageId: 'reason' }] },
    { code: '// far away\n\n\nconst row = found as unknown as Row;', errors: [{ messageId: 'reason' }, { messageId: 'reason' }] },
  ],
});
