import { tester } from './rule-tester.mjs';
import { timeFromKernel } from './time-from-kernel.mjs';

tester.run('time-from-kernel', timeFromKernel, {
  valid: [
    'const at = this.time.now();',
    'const shown = new Date(row.createdAt);',
    'const shown = new Date(Date.UTC(2026, 0, 1));',
    'const started = performance.now();',
    'const at = Temporal.Instant.from(text);',
    { code: 'const at = Temporal.Now.instant();', filename: 'libs/kernel/src/time.ts' },
    { code: 'const at = new Date();', filename: 'libs/platform/ui/src/now/now.ts' },
  ],
  invalid: [
    'const at = new Date();',
    'const at = Date.now();',
    'const at = Date();',
    'const at = Temporal.Now.instant();',
    'const zone = Temporal.Now.timeZoneId();',
    'const clock = Date.now;',
  ].map((code) => ({
    code,
    errors: [{ messageId: 'now' }],
  })),
});
