import { randomUUID } from 'node:crypto';
import { act, connected, CROWD, makeCrowd, within } from '../crowd.mjs';

const DAYS = 30;

/** @param {import('../crowd.mjs').Crowd} crowd */
const start = ({ url, owner, ownerId, officerId }) =>
  act(`${url}/access-reviews`, owner, {
    covers: ['roles'],
    scope: { kind: 'role', role: 'helpdesk' },
    reviewers: [officerId],
    fallbacks: [ownerId],
    confirmers: [],
    silence: 'keeps',
    dueAt: new Date(Date.now() + DAYS * 86_400_000).toISOString(),
  });

/** What nobody can do without: the review, who is asked, and a line for all that is held. */
const REVIEW = `
  insert into access_reviews (organization_id, id, state, covers, scope_kind, scope_value, silence, stages, items, started_at, started_by, due_at)
  values ($1, $2, 'running', '{roles}', 'role', 'helpdesk', 'keeps', 1, 0, now(), $3, now() + interval '30 days')`;
const PANEL = `insert into access_review_panel (organization_id, review_id, member_id, part) values ($1, $2, $3, 'reviewer'), ($1, $2, $4, 'fallback')`;
const ITEMS = `
  insert into access_review_items (organization_id, review_id, position, kind, holder_id, role, held_since)
  select r.organization_id, $2, row_number() over (order by m.number), 'role', r.member_id, r.role, r.granted_at
  from member_roles r join members m on m.organization_id = r.organization_id and m.id = r.member_id
  where r.organization_id = $1 and r.role = 'helpdesk' and m.status <> 'de-identified'`;

/** @type {import('../jobs.mjs').Job[]} */
export const jobs = [
  {
    name: `reviews: starting one of ${CROWD} roles, beside writing down what is held`,
    least: 0.5,
    megabytes: 400,
    prepare: async (house) => {
      const crowd = await makeCrowd(house);
      const { organizationId, ownerId, officerId } = crowd;
      return {
        ours: async () => {
          const begun = performance.now();
          const { counts } = await start(crowd);
          return { lines: counts.items, seconds: (performance.now() - begun) / 1000 };
        },
        floor: async () => {
          const id = randomUUID();
          return connected(house.appUrl, async (client) => {
            const begun = performance.now();
            const sent = await within(client, organizationId, () =>
              Promise.all([
                client.query(REVIEW, [organizationId, id, ownerId]),
                client.query(PANEL, [organizationId, id, officerId, ownerId]),
                client.query(ITEMS, [organizationId, id]),
              ]),
            );
            return { lines: sent[2].rowCount ?? 0, seconds: (performance.now() - begun) / 1000 };
          });
        },
      };
    },
  },
];

/** @param {import('../bench.mjs').House} house */
async function prepare(house) {
  const crowd = await makeCrowd(house);
  const { id } = await start(crowd);
  await house.owner.query('vacuum analyze access_review_items');
  return { id, organizationId: crowd.organizationId, headers: crowd.officer };
}

/** @type {import('../bench.mjs').Bench[]} */
export const benches = [
  {
    name: `page of 50 of a review of ${CROWD} roles, with what speaks for and against each`,
    least: 0.7,
    prepare,
    ours: (facts, n) => {
      const { id, organizationId, headers } = /** @type {{ id: string, organizationId: string, headers: Record<string, string> }} */ (facts); // as: prepare made it
      // somewhere in the list, as whoever works through it is
      const after = Buffer.from(JSON.stringify([String((n * 50) % (CROWD - 50))])).toString('base64url');
      return { method: 'GET', path: `/api/organizations/${organizationId}/access-reviews/${id}/items?show=open&size=50&after=${after}`, headers };
    },
  },
];
