import { auditedWrites } from './rules/audited-writes.mjs';
import { documentedExports } from './rules/documented-exports.mjs';
import { oneIndex } from './rules/one-index.mjs';
import { plainNames } from './rules/plain-names.mjs';
import { reasonedAssertions } from './rules/reasoned-assertions.mjs';
import { timeFromKernel } from './rules/time-from-kernel.mjs';

/** The house's own rules. */
export const house = {
  meta: { name: 'house' },
  rules: {
    'audited-writes': auditedWrites,
    'documented-exports': documentedExports,
    'one-index': oneIndex,
    'plain-names': plainNames,
    'reasoned-assertions': reasonedAssertions,
    'time-from-kernel': timeFromKernel,
  },
};
