import { relative, sep } from 'node:path';

/**
 * A node of the syntax tree. What it holds depends on its `type`, which the rules ask first; the parser's own union
 * of some two hundred shapes would need a cast at each of those questions.
 * @typedef {any} Node
 */

/**
 * The path of the file a rule looks at, from the repository's root, with `/`.
 * @param {import('eslint').Rule.RuleContext} context
 */
export const relativePath = (context) => relative(context.cwd, context.filename).split(sep).join('/');

/**
 * The text a node stands for before the program runs; what is put into a template counts as `$`.
 * @param {Node} node
 * @returns {string | null} null where it cannot be told
 */
export function staticText(node) {
  if (node === null || node === undefined) return null;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type === 'TemplateLiteral') return node.quasis.map((/** @type {Node} */ quasi) => quasi.value.cooked ?? quasi.value.raw).join('$');
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') return staticText(node.expression);
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return null;
  const [left, right] = [staticText(node.left), staticText(node.right)];
  return left === null && right === null ? null : `${left ?? '$'}${right ?? '$'}`;
}

/**
 * The functions a node stands in, the nearest first.
 * @param {Node} node
 * @returns {Node[]}
 */
export function enclosingFunctions(node) {
  const found = [];
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'FunctionDeclaration' || at.type === 'FunctionExpression' || at.type === 'ArrowFunctionExpression') found.push(at);
  }
  return found;
}
