/** Whoever imports a name reads in one sentence what it is. */
export const documentedExports = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      sentence:
        'Say in one sentence what "{{name}}" is (/** ... */), with @param, @returns and @throws where they are not plain, and @see the law or RFC that governs it.',
    },
  },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    const seen = new Set();
    return {
      /** @param {import('./syntax.mjs').Node} node */
      ExportNamedDeclaration(node) {
        const { declaration } = node;
        if (declaration === null) return;
        const name = declaration.id?.name ?? declaration.declarations?.[0]?.id.name ?? 'this';
        // Overloads share the sentence of the first one.
        if (seen.has(name)) return;
        seen.add(name);
        const decorator = declaration.decorators?.[0];
        const first = decorator !== undefined && decorator.range[0] < node.range[0] ? decorator : node;
        const comments = context.sourceCode.getCommentsBefore(first);
        if (!comments.some(({ type, value }) => type === 'Block' && value.startsWith('*')))
          context.report({ node: declaration.id ?? node, messageId: 'sentence', data: { name } });
      },
    };
  },
};
