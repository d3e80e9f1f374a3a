import { unauditedWrites } from '../unaudited-writes.mjs';
import { enclosingFunctions, relativePath, staticText } from './syntax.mjs';

const WRITES = new Set(['insert', 'update', 'delete', 'upsert', 'increment', 'decrement', 'clear', 'updateAll', 'deleteAll']);
const NEVER = new Set(['save', 'remove', 'softRemove', 'softDelete', 'recover', 'restore', 'getRepository', 'withRepository']);
const WRITING_SQL =
  /^\s*(?:--[^\n]*\n\s*|\/\*[\s\S]*?\*\/\s*)*(?:insert\s+into|update\s+(?:only\s+)?\S+(?:\s+(?:as\s+)?\w+)?\s+set|delete\s+from|merge\s+into|truncate|copy\s+\S+\s+(?:\([^)]*\)\s+)?from)\b/i;
const WRITING_CTE = /^\s*with\b[\s\S]*\b(?:insert\s+into|delete\s+from|merge\s+into|update\s+(?:only\s+)?\S+(?:\s+(?:as\s+)?\w+)?\s+set)\b/i;

/** @param {string} text */
export const isWritingSql = (text) => WRITING_SQL.test(text) || WRITING_CTE.test(text);

/** Every change is audited in the transaction that makes it: writes live in repositories, beside their audit entry. */
export const auditedWrites = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { exceptions: { type: 'array', items: { type: 'string' } } }, additionalProperties: false }],
    messages: {
      place: 'A write stands in a *.repository.ts, in a method that takes the AuditEntry it stores (or in tools/lint/unaudited-writes.mjs with a reason).',
      entry: 'This write has no audit entry: give the method a parameter `entry: AuditEntry` and record it in the same transaction.',
      unused: 'The audit entry "{{name}}" is never recorded: pass it to recordEntry in the same transaction.',
      never: '"{{method}}" hides what it writes: use insert, or update with the organization and the id, and check how many rows changed.',
      escapes: 'SQL that writes must not leave its file: an exported statement escapes the audit.',
    },
  },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    const file = relativePath(context);
    const exceptions = new Set(context.options[0]?.exceptions ?? unauditedWrites.map((exception) => exception.file));
    if (exceptions.has(file)) return {};
    const inRepository = file.endsWith('.repository.ts');

    /** @param {import('./syntax.mjs').Node} node the write */
    const judge = (node) => {
      if (!inRepository) return context.report({ node, messageId: 'place' });
      const entry = enclosingFunctions(node)
        .flatMap((fn) => fn.params.map(parameterOf))
        .find(isAuditEntry);
      if (entry === undefined) return context.report({ node, messageId: 'entry' });
      if (!isUsed(context.sourceCode, entry)) context.report({ node: entry, messageId: 'unused', data: { name: entry.name } });
    };

    return {
      /** @param {import('./syntax.mjs').Node} node */
      CallExpression(node) {
        const method = methodOf(node);
        if (method !== null && (WRITES.has(method) || NEVER.has(method)) && isOnManager(node.callee.object)) {
          return NEVER.has(method) ? context.report({ node, messageId: 'never', data: { method } }) : judge(node);
        }
        if (node.arguments.some((/** @type {import('./syntax.mjs').Node} */ argument) => writesSql(context, argument))) judge(node);
      },
      /** @param {import('./syntax.mjs').Node} node */
      TaggedTemplateExpression(node) {
        if (isWritingSql(node.quasi.quasis.map((/** @type {import('./syntax.mjs').Node} */ quasi) => quasi.value.raw).join('$'))) judge(node);
      },
      /** @param {import('./syntax.mjs').Node} node */
      'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator'(node) {
        const text = staticText(node.init);
        if (text !== null && isWritingSql(text)) context.report({ node, messageId: 'escapes' });
      },
    };
  },
};

/** @param {import('./syntax.mjs').Node} node */
const methodOf = (node) => (node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' ? node.callee.property.name : null);

/**
 * Follows `tx.manager.createQueryBuilder().insert()` down to what it hangs on.
 * @param {import('./syntax.mjs').Node} node
 * @returns {boolean}
 */
function isOnManager(node) {
  if (node.type === 'Identifier') return /manager$/i.test(node.name);
  if (node.type === 'CallExpression') return isOnManager(node.callee);
  if (node.type !== 'MemberExpression') return false;
  return (node.property.type === 'Identifier' && /manager$/i.test(node.property.name)) || isOnManager(node.object);
}

/**
 * @param {import('eslint').Rule.RuleContext} context
 * @param {import('./syntax.mjs').Node} argument
 * @returns {boolean}
 */
function writesSql(context, argument) {
  if (argument.type === 'ObjectExpression') {
    return argument.properties.some(
      (/** @type {import('./syntax.mjs').Node} */ property) =>
        property.type === 'Property' && property.key.name === 'text' && writesSql(context, property.value),
    );
  }
  const text = staticText(argument) ?? staticText(constantOf(context, argument));
  return text !== null && isWritingSql(text);
}

/**
 * @param {import('eslint').Rule.RuleContext} context
 * @param {import('./syntax.mjs').Node} node
 */
function constantOf(context, node) {
  if (node.type !== 'Identifier') return null;
  const reference = context.sourceCode.getScope(node).references.find(({ identifier }) => identifier === node);
  const definition = reference?.resolved?.defs[0];
  return definition?.type === 'Variable' ? definition.node.init : null;
}

/** @param {import('./syntax.mjs').Node} parameter */
const parameterOf = (parameter) => {
  if (parameter.type === 'TSParameterProperty') return parameterOf(parameter.parameter);
  return parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
};

/** @param {import('./syntax.mjs').Node} parameter */
const isAuditEntry = (parameter) => parameter.type === 'Identifier' && namesAuditEntry(parameter.typeAnnotation?.typeAnnotation);

/**
 * @param {import('./syntax.mjs').Node} type
 * @returns {boolean}
 */
function namesAuditEntry(type) {
  if (type === undefined || type === null) return false;
  if (type.type === 'TSArrayType') return namesAuditEntry(type.elementType);
  if (type.type === 'TSTypeOperator') return namesAuditEntry(type.typeAnnotation);
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
  if (['Array', 'ReadonlyArray', 'Readonly'].includes(type.typeName.name)) return type.typeArguments?.params.some(namesAuditEntry) ?? false;
  return type.typeName.name === 'AuditEntry';
}

/**
 * @param {import('eslint').SourceCode} sourceCode
 * @param {import('./syntax.mjs').Node} parameter
 */
const isUsed = (sourceCode, parameter) =>
  sourceCode
    .getDeclaredVariables(enclosingFunctions(parameter)[0])
    .some((variable) => variable.identifiers.includes(parameter) && variable.references.some((reference) => reference.isRead()));
