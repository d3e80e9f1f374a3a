import { randomUUID } from 'node:crypto';
import { benches as members } from './members.bench.mjs';

const [first] = members;
if (first === undefined) throw new Error('There are no benches of members to share the members of.');

/** How many members there are to look at, all different: the large organization of the benches of members. */
const MANY = 1_000_000;

/** @typedef {{ organizationId: string, prefix: string, headers: Record<string, string> }} Desk */

/** @param {import('../bench.mjs').Facts} facts */
const desk = (facts) => /** @type {Desk} */ (facts['large']); // as: the benches of members made it

/** @param {import('../bench.mjs').Facts} facts @param {number} n */
const seen = (facts, n) => `${desk(facts).prefix}-0000-7000-8000-${(1 + ((n * 7919) % MANY)).toString(16).padStart(12, '0')}`;

/** @param {Record<string, string>} reason */
const look = (reason) => ({
  least: 0.6,
  prepare: first.prepare,
  about: seen,
  /** @param {import('../bench.mjs').Facts} facts @param {number} n */
  ours: (facts, n) => {
    const { organizationId, headers } = desk(facts);
    return {
      method: /** @type {const} */ ('POST'),
      path: `/api/organizations/${organizationId}/members/${seen(facts, n)}/reveals`,
      headers: { ...headers, 'idempotency-key': randomUUID() },
      body: { categories: ['user.contact.phone_number.work'], purpose: 'administration', reason },
    };
  },
});

/** @type {import('../bench.mjs').Bench[]} */
export const benches = [{ name: 'a reveal with its ledger line and audit entry, 1,000,000 members', ...look({ template: 'reaching-them' }) }];
