import { KeepUndertaking, RevealMember } from '@smartpar/access/api';
import type { MemberActor, Revealing } from '@smartpar/access/model';
import { MemberActors } from '@smartpar/members/api';
import type { DemoSurroundings } from './surroundings';

/** Looks at one of the demo employees by those of the same organization who may. */
const LOOKS: readonly { readonly by: string; readonly look: Revealing }[] = [
  {
    by: 'helpdesk@larkspur.example',
    look: { categories: ['user.contact.phone_number.work'], purpose: 'sign-in-help', reason: { template: 'checking-who-calls' } },
  },
  {
    by: 'people@larkspur.example',
    look: {
      categories: ['user.contact.phone_number.work'],
      purpose: 'administration',
      reason: { words: 'The new badge came back from the post; asked where to send it.' },
    },
  },
];

/** Who has signed what they promise without having looked yet. */
const SIGNED = 'owner@larkspur.example';

/** Whose data was looked at. */
const SEEN = 'employee@larkspur.example';

/**
 * Lets the demo employee find looks in their ledger; where there is one already, nothing is added.
 * @param members by address
 * @param accounts by address
 */
export async function keepLooks(
  { get, database }: DemoSurroundings,
  organizationId: string,
  { members, accounts }: { readonly members: ReadonlyMap<string, string>; readonly accounts: ReadonlyMap<string, string> },
): Promise<void> {
  const memberId = members.get(SEEN);
  if (memberId === undefined || (await hasLooks(database, organizationId, memberId))) return;
  const actorOf = async (email: string): Promise<MemberActor | null> => {
    const accountId = accounts.get(email);
    return accountId === undefined ? null : get(MemberActors).actorOf(accountId, organizationId);
  };
  for (const email of [SIGNED, ...LOOKS.map(({ by }) => by)]) {
    const actor = await actorOf(email);
    if (actor !== null) await signUndertaking(get(KeepUndertaking), actor, email);
  }
  for (const { by, look } of LOOKS) {
    const actor = await actorOf(by);
    if (actor === null) continue;
    await get(RevealMember).run(actor, memberId, look, `demo-look-of-${by}`);
  }
}

/** Nobody looks before they have signed; whoever tries the others out meets the undertaking at their first look. */
export async function signUndertaking(undertakings: KeepUndertaking, actor: MemberActor, name: string): Promise<void> {
  const { version, texts, inForce } = await undertakings.read(actor);
  const [text] = texts;
  if (inForce || text === undefined) return;
  await undertakings.sign(actor, { version, hash: text.hash, name }, `demo-signature-of-${name}`);
}

async function hasLooks(database: DemoSurroundings['database'], organizationId: string, memberId: string): Promise<boolean> {
  const rows = await database.readTenant(organizationId, {
    text: 'select 1 from reveals where organization_id = $1 and member_id = $2 limit 1',
    values: [organizationId, memberId],
  });
  return rows.length > 0;
}
