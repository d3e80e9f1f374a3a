import { KeepCustomRoles, ListRoles } from '@smartpar/access/api';
import type { MemberActor, RoleInput } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { AssignFurtherRole, KeepGroups, NestGroup } from '@smartpar/members/api';
import type { DemoSurroundings } from './surroundings';

/** The organization that has groups and a role of its own. */
const WHERE = 'larkspur';

/** Who holds the role, and for which group. */
const [HOLDER, HELD_FOR] = ['lead@larkspur.example', 'Night shift'] as const;

/** Where the groups stand inside. */
const OUTER = 'Plant';

/** Each group with how many of the members without a sign-in are in it. */
const GROUPS: readonly { readonly name: string; readonly from: number; readonly size: number }[] = [
  { name: HELD_FOR, from: 0, size: 24 },
  { name: 'Drivers', from: 20, size: 12 },
  { name: OUTER, from: 36, size: 4 },
];

const ROLE: RoleInput = {
  name: 'Shift lead',
  sentence: 'Looks after the members of a shift: who is in it, who may come in, and who may not.',
  abilities: ['member.list', 'member.suspend', 'member.reactivate'],
};

/** Makes groups, a role of the organization's own, and gives it to somebody for one group; where the role is already, nothing is added. */
export async function keepAccess({ get, database }: DemoSurroundings, owner: MemberActor, slug: string, memberIds: ReadonlyMap<string, string>): Promise<void> {
  const holder = memberIds.get(HOLDER);
  if (slug !== WHERE || holder === undefined || (await get(ListRoles).run(owner)).custom.some(({ name }) => name === ROLE.name)) return;
  const crowd = await database.readTenant<{ id: string }>(owner.organizationId, {
    text: 'select id from members where organization_id = $1 and account_id is null order by number limit 40',
    values: [owner.organizationId],
  });
  const groups = new Map((await get(KeepGroups).list(owner)).map(({ name, id }) => [name, id]));
  for (const { name, from, size } of GROUPS) {
    const id = groups.get(name) ?? (await get(KeepGroups).add(owner, name, newId())).id;
    groups.set(name, id);
    const members = crowd.slice(from, from + size).map((member) => member.id);
    if (members.length > 0) await get(KeepGroups).putIn(owner, id, members, newId());
  }
  for (const [name, id] of groups) if (name !== OUTER) await get(NestGroup).run(owner, id, groups.get(OUTER) ?? null, newId());
  const role = await get(KeepCustomRoles).compose(owner, ROLE, newId());
  const group = groups.get(HELD_FOR);
  if (group !== undefined) await get(AssignFurtherRole).give(owner, holder, { role: role.id, scope: { kind: 'group', id: group } }, newId());
}
