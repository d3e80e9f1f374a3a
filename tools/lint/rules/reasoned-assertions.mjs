/** A type assertion overrules the compiler, so it says why beside it. */
export const reasonedAssertions = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { reason: 'This `as` overrules the compiler without saying why: put the reason on the same line or the line above, or do without.' },
  },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    const commented = new Set(context.sourceCode.getAllComments().flatMap(({ loc }) => (loc ? [loc.end.line, loc.start.line] : [])));
    return {
      /** @param {import('./syntax.mjs').Node} node */
      TSAsExpression(node) {
        if (node.typeAnnotation.typeName?.name === 'const') return;
        const { start, end } = node.loc;
        const lines = [statementStart(node) - 1, start.line - 1, start.line, end.line];
        if (!lines.some((line) => commented.has(line))) context.report({ node, messageId: 'reason' });
      },
    };
  },
};

/** @param {import('./syntax.mjs').Node} node */
function statementStart(node) {
  let at = node;
  while (at.parent && !/Statement$|Declaration$|^PropertyDefinition$|^MethodDefinition$/.test(at.type)) at = at.parent;
  return at.loc.start.line;
}
