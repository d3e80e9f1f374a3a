import { basename } from 'node:path';
import { relativePath } from './syntax.mjs';

const EMPTY_WORD = /(?:Service|Manager|Helper|Helpers|Util|Utils|Utility|Impl)$/;
const PREFIX = /^(?:I|Enum)[A-Z][a-z]/;
const KEBAB_FILE = /^(?:\d{14}-)?[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
const ANGULAR_SUFFIX = /Component$/;
const ANGULAR_DECORATORS = new Set(['Component']);

/** A name says the thing in the field's own word. */
export const plainNames = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      empty: '"{{name}}" says nothing about its job: name what it does or is.',
      prefix: '"{{name}}" carries its kind in front: leave the prefix out.',
      suffix: '"{{name}}" repeats its decorator: `RequestList`, not `RequestListComponent`.',
      file: 'Files are kebab-case nouns or verb-noun: "{{name}}" is not.',
    },
  },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    /**
     * @param {import('./syntax.mjs').Node} id
     * @param {readonly import('./syntax.mjs').Node[]} decorators
     */
    const judge = (id, decorators = []) => {
      if (id === null) return;
      const data = { name: id.name };
      const decorated = decorators.some(({ expression }) => ANGULAR_DECORATORS.has(expression.callee?.name));
      if (EMPTY_WORD.test(id.name)) context.report({ node: id, messageId: 'empty', data });
      if (PREFIX.test(id.name)) context.report({ node: id, messageId: 'prefix', data });
      if (decorated && ANGULAR_SUFFIX.test(id.name)) context.report({ node: id, messageId: 'suffix', data });
    };
    return {
      /** @param {import('./syntax.mjs').Node} node */
      Program(node) {
        const name = basename(relativePath(context));
        if (!KEBAB_FILE.test(name)) context.report({ node, messageId: 'file', data: { name } });
      },
      /** @param {import('./syntax.mjs').Node} node */
      ClassDeclaration: (node) => judge(node.id, node.decorators),
      /** @param {import('./syntax.mjs').Node} node */
      TSInterfaceDeclaration: (node) => judge(node.id),
      /** @param {import('./syntax.mjs').Node} node */
      TSTypeAliasDeclaration: (node) => judge(node.id),
    };
  },
};
