import { oneIndex } from './one-index.mjs';
import { tester } from './rule-tester.mjs';

const code = 'export const a = 1;';

tester.run('one-index', oneIndex, {
  valid: [
    { code, filename: 'libs/kernel/src/index.ts' },
    { code, filename: 'libs/kernel/src/time.ts' },
    { code, filename: 'libs/platform/contract/src/index.ts' },
    { code, filename: 'libs/access/model/src/deep/thing.ts' },
    { code, filename: 'apps/console/src/index.ts' },
    { code, filename: 'libs/access/model/testing/src/index.ts' },
    { code, filename: 'libs/access/model/testing/src/provide-actor.ts' },
  ],
  invalid: [
    { code, filename: 'libs/kernel/src/deep/index.ts', errors: [{ messageId: 'inside' }] },
    { code, filename: 'libs/access/model/src/deep/index.mjs', errors: [{ messageId: 'inside' }] },
    { code, filename: 'libs/access/other/src/a.ts', errors: [{ messageId: 'none' }] },
    { code, filename: 'libs/access/a.ts', errors: [{ messageId: 'none' }] },
    { code, filename: 'libs/access/model/testing/src/deep/index.ts', errors: [{ messageId: 'inside' }] },
    { code, filename: 'libs/access/model/testing/provide-actor.ts', errors: [{ messageId: 'loose' }] },
    { code, filename: 'libs/kernel/time.ts', errors: [{ messageId: 'loose' }] },
    { code, filename: 'libs/nobody/model/src/a.ts', errors: [{ messageId: 'doorless' }] },
  ],
});
