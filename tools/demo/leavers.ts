import type { MemberActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { DeactivateMember, Depart, OrganizationNames, lockMember } from '@smartpar/members/api';
import type { DemoSurroundings } from './surroundings';

/** The organization that some have left. */
const WHERE = 'larkspur';

/** Behind how many of those without a sign-in the leavers begin. */
const BEHIND = 100;

/** How long ago the former member left, in days: long enough that nothing keeps what named them. */
const LONG_AGO = 60;

/** A day so long ago that whoever was last here then counts as dormant. */
const DORMANT_DAYS = 200;

/** Has somebody leave who can still come back, somebody who was let go and is held, and somebody who is a former member by now; two were not seen for long. */
export async function keepLeavers({ get, database }: DemoSurroundings, owner: MemberActor, slug: string): Promise<void> {
  if (slug !== WHERE) return;
  const { organizationId } = owner;
  const read = <R extends object>(text: string): Promise<R[]> => database.readTenant<R>(organizationId, { text, values: [organizationId] });
  if ((await read('select member_id from departures where organization_id = $1 limit 1')).length > 0) return;
  const crowd = await read<{ id: string }>(
    `select id from members where organization_id = $1 and account_id is null and status = 'active' order by number offset ${BEHIND} limit 5`,
  );
  const [leaver, held, former, ...dormant] = crowd.map(({ id }) => id);
  if (leaver === undefined || held === undefined || former === undefined) return;
  await get(DeactivateMember).run(owner, leaver, { cause: 'left', envelope: 'mail', hold: null }, newId());
  const hold = { ground: 'dispute', words: 'A claim about notice pay is before the labour court.' } as const;
  await get(DeactivateMember).run(owner, held, { cause: 'dismissed', envelope: 'mail', hold }, newId());
  await database.tenant(owner, async (tx) => {
    const member = await lockMember(tx, former);
    if (member === null) return;
    const then = { organizationId, actor: tx.actor, manager: tx.manager, at: tx.at.subtract({ hours: LONG_AGO * 24 }) };
    const past = { ...then, query: tx.query.bind(tx), notify: tx.notify.bind(tx) };
    await get(Depart).within(past, member, await get(OrganizationNames).within(tx), { cause: 'ended', envelope: 'none' });
  });
  await database.tenant(owner, (tx) =>
    tx.query(
      `update members set last_used_on = ($3::timestamptz at time zone 'UTC')::date - ${DORMANT_DAYS} where organization_id = $1 and id = any($2::uuid[])`,
      [organizationId, dormant, tx.at],
    ),
  );
}
