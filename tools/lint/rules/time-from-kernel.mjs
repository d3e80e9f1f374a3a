import { relativePath } from './syntax.mjs';

/** Where the machine's own time is read: nowhere else, so that a test can say what time it is. */
const SOURCES = new Set([
  'libs/kernel/src/time.ts',
  // What a screen says about now ("5 minutes ago") decides nothing and needs no polyfill.
  'libs/platform/ui/src/now/now.ts',
]);

/** Everything that asks for the time asks the kernel's `Time`. */
export const timeFromKernel = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { now: 'Ask the kernel\'s Time (`time.now()`), or take the transaction\'s `at`: "{{what}}" cannot be set by a test.' },
  },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    if (SOURCES.has(relativePath(context))) return {};
    /**
     * @param {import('./syntax.mjs').Node} node
     * @param {string} what
     */
    const report = (node, what) => context.report({ node, messageId: 'now', data: { what } });
    return {
      /** @param {import('./syntax.mjs').Node} node */
      "NewExpression[callee.name='Date'][arguments.length=0]"(node) {
        report(node, 'new Date()');
      },
      /** @param {import('./syntax.mjs').Node} node */
      "CallExpression[callee.name='Date']"(node) {
        report(node, 'Date()');
      },
      /** @param {import('./syntax.mjs').Node} node */
      "MemberExpression[object.name='Date'][property.name='now']"(node) {
        report(node, 'Date.now');
      },
      /** @param {import('./syntax.mjs').Node} node */
      "MemberExpression[object.name='Temporal'][property.name='Now']"(node) {
        report(node, 'Temporal.Now');
      },
    };
  },
};
