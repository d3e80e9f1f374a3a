import { randomUUID } from 'node:crypto';

/**
 * A value as it went over the wire: text, or bytes.
 * @typedef {string | number | boolean | null | { base64: string }} Value
 * @typedef {{ connection: number, text: string, named: boolean, values?: Value[] }} Sent
 * @typedef {{ text: string, named: boolean, values?: Value[] }} Statement
 * @typedef {{ statements: Statement[], made: string[], about: string | undefined }} Recording
 */

/** Ids and instants, wherever in a value they stand. */
const MARKS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;

/**
 * The transactions of one organization among everything a server sent, from BEGIN to COMMIT.
 * @param {readonly Sent[]} sent in the order in which it was sent
 * @param {string} organizationId
 * @returns {Statement[][]}
 */
export function transactionsOf(sent, organizationId) {
  /** @type {Map<number, Statement[]>} */
  const open = new Map();
  /** @type {Statement[][]} */
  const ended = [];
  for (const { connection, ...statement } of sent) {
    if (statement.text.startsWith('BEGIN')) open.set(connection, []);
    open.get(connection)?.push(statement);
    if (statement.text !== 'COMMIT') continue;
    ended.push(open.get(connection) ?? []);
    open.delete(connection);
  }
  return ended.filter(([begin]) => begin?.text.includes(organizationId));
}

/**
 * Makes a recording out of the transactions of two equal requests.
 * @param {readonly [readonly Statement[], readonly Statement[]]} both
 * @param {string | undefined} about the id both requests were about
 * @returns {Recording | null} `null` where they did not send the same
 */
export function recordingOf([one, other], about) {
  const texts = (/** @type {readonly Statement[]} */ statements) => JSON.stringify(statements.map(({ text, named }) => [text, named]));
  if (texts(one) !== texts(other)) return null;
  const before = marksIn(other);
  return { statements: [...one], made: [...marksIn(one)].filter((mark) => !before.has(mark)), about };
}

/** @param {readonly Statement[]} statements */
const marksIn = (statements) =>
  new Set(statements.flatMap(({ values = [] }) => values.flatMap((value) => (typeof value === 'string' ? (value.match(MARKS) ?? []) : []))));

/**
 * What the floor sends for one request: the recorded statements, about another thing, with ids and
 * instants of its own where the server made them: an index that ours changes is changed by the floor as well.
 * @param {Recording} recording
 * @param {string | undefined} about
 */
export function replayed({ statements, made, about: recorded }, about) {
  const now = new Date().toISOString();
  const others = new Map(made.map((mark) => [mark, mark.includes('T') ? now : randomUUID()]));
  if (recorded !== undefined && about !== undefined) others.set(recorded, about);
  const swap = (/** @type {Value} */ value) => {
    if (typeof value === 'object' && value !== null) return Buffer.from(value.base64, 'base64');
    return typeof value === 'string' && others.size > 0 ? value.replace(MARKS, (mark) => others.get(mark) ?? mark) : value;
  };
  return statements.map(({ text, named, values }) => ({ text, named, values: values?.map(swap) }));
}
