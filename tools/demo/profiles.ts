import { type MemberActor, systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { KeepAttributes, WriteProfile } from '@smartpar/members/api';
import type { NewAttribute } from '@smartpar/members/model';
import type { DemoSurroundings } from './surroundings';

/** The organization whose directory tells where people work, and that keeps something of its own. */
const WHERE = 'larkspur';

/** Who works where, and under whom. */
const WORK: Readonly<Record<string, { readonly department: string; readonly employeeNumber: string; readonly under: string | null }>> = {
  'employee@larkspur.example': { department: 'Night shift', employeeNumber: 'LK-0471', under: 'lead@larkspur.example' },
  'both@larkspur.example': { department: 'Day shift', employeeNumber: 'LK-0355', under: 'lead@larkspur.example' },
  'lead@larkspur.example': { department: 'Night shift', employeeNumber: 'LK-0102', under: 'owner@larkspur.example' },
  'helpdesk@larkspur.example': { department: 'Helpdesk', employeeNumber: 'LK-0230', under: 'people@larkspur.example' },
};

const ATTRIBUTES: readonly NewAttribute[] = [
  { name: 'Cost centre', kind: 'number', choices: [], category: 'user.workplace', byPerson: false },
  { name: 'Shirt size', kind: 'choice', choices: ['S', 'M', 'L', 'XL'], category: 'user.workplace', byPerson: true },
];

/** Tells where some people work, as a directory would, and what the organization keeps beside; what is there already stays. */
export async function keepProfiles(
  { get, database }: DemoSurroundings,
  owner: MemberActor,
  slug: string,
  memberIds: ReadonlyMap<string, string>,
): Promise<void> {
  if (slug !== WHERE) return;
  const names = (await get(KeepAttributes).list(owner)).map(({ name }) => name);
  for (const attribute of ATTRIBUTES) if (!names.includes(attribute.name)) await get(KeepAttributes).add(owner, attribute, newId());
  for (const [email, { department, employeeNumber, under }] of Object.entries(WORK)) {
    const memberId = memberIds.get(email);
    if (memberId === undefined) continue;
    const values = { department, employeeNumber, managerId: under === null ? null : (memberIds.get(under) ?? null), country: 'DE' };
    await database.tenant(systemActor(owner.organizationId, 'seed'), (tx) => get(WriteProfile).run(tx, { memberId, source: 'directory', values }));
  }
}
