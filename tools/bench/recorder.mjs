// Loaded into the server ahead of its own program while a bench learns what the floor has to send: every statement that
// leaves for the database, as it leaves, one JSON line each in the file BENCH_RECORDING. A server that is measured runs without it.
import { appendFileSync } from 'node:fs';
import pg from 'pg';
// @ts-expect-error the driver has no types for what it turns values into text with
import { prepareValue } from 'pg/lib/utils.js';

/** @typedef {{ text: string, name?: string, values?: readonly unknown[] }} Sent */

const file = process.env['BENCH_RECORDING'] ?? '';
/** @type {WeakMap<object, number>} */
const connections = new WeakMap();
let count = 0;

const query = pg.Client.prototype.query;
Object.assign(pg.Client.prototype, {
  /**
   * @this {pg.Client}
   * @param {string | Sent | { read: Sent & { organizationId: string } }} statement
   * @param {unknown[]} rest
   */
  query(statement, ...rest) {
    if (!connections.has(this)) connections.set(this, (count += 1));
    for (const { text, name, values } of plainly(statement)) {
      const sent = { connection: connections.get(this), text, named: name !== undefined, values: values?.map((value) => plain(prepareValue(value))) };
      appendFileSync(file, `${JSON.stringify(sent)}\n`);
    }
    return Reflect.apply(query, this, [statement, ...rest]);
  },
});

/**
 * A read that is sent without commands around it is a transaction all the same, and the floor's as anybody would write it.
 * @param {string | Sent | { read: Sent & { organizationId: string } }} statement
 * @returns {Sent[]}
 */
function plainly(statement) {
  if (typeof statement === 'string') return [{ text: statement }];
  if (!('read' in statement)) return [statement];
  const { organizationId, ...sent } = statement.read;
  return [{ text: `BEGIN READ ONLY; SET LOCAL app.organization_id = '${organizationId}'` }, sent, { text: 'COMMIT' }];
}

/** @param {unknown} value */
const plain = (value) => (Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value);
