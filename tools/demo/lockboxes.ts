import { DecideLockbox, KeepUndertaking, RequestLockbox, UseLockbox } from '@smartpar/access/api';
import type { LockboxRequest, MemberActor } from '@smartpar/access/model';
import { MemberActors } from '@smartpar/members/api';
import type { DemoSurroundings } from './surroundings';

/** Who asks, who decides, and whose number was looked up. */
const STAFF = 'support@staff.smartpar.example';
const DECIDER = 'owner@larkspur.example';
const SEEN = 'employee@larkspur.example';

/** Where the people of a demo organization are found. */
export interface DemoPeople {
  readonly organizationId: string;
  /** by address */
  readonly members: ReadonlyMap<string, string>;
}

/**
 * Lets SmartPAR's support have asked one organization twice: once it was let in, looked and gave it back; once nobody has answered yet.
 * Where anything was asked before, nothing is added.
 * @param accounts by address
 */
export async function keepLockboxes(
  { get, database }: DemoSurroundings,
  workforceId: string,
  { organizationId, members }: DemoPeople,
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const asked = await database.readTenant(organizationId, { text: 'select 1 from lockboxes where organization_id = $1 limit 1', values: [organizationId] });
  const actorOf = async (email: string, at: string): Promise<MemberActor | null> => {
    const accountId = accounts.get(email);
    return accountId === undefined ? null : get(MemberActors).actorOf(accountId, at);
  };
  const [staff, owner, seen] = [await actorOf(STAFF, workforceId), await actorOf(DECIDER, organizationId), members.get(SEEN)];
  // on a customer's own server SmartPAR's staff oversee nothing
  if (asked.length > 0 || staff?.oversight !== true || owner === null || seen === undefined) return;
  await sign(get(KeepUndertaking), staff);
  const past = await get(RequestLockbox).run(staff, requestOf(organizationId, 'CASE-48107', 'asked-for-help'), 'demo-lockbox-past');
  await get(DecideLockbox).decide(owner, past.id, { outcome: 'approved', categories: ['user.contact.phone_number.work'], minutes: 30 }, 'demo-lockbox-granted');
  const look = { categories: ['user.contact.phone_number.work' as const], reason: { template: 'asked-for-help' as const } };
  await get(UseLockbox).reveal(staff, { lockboxId: past.id, memberId: seen }, look, 'demo-lockbox-look');
  await get(UseLockbox).end(staff, past.id, 'demo-lockbox-returned');
  await get(RequestLockbox).run(staff, requestOf(organizationId, 'CASE-48211', 'fault'), 'demo-lockbox-waiting');
}

const requestOf = (organizationId: string, caseReference: string, justification: LockboxRequest['justification']): LockboxRequest => ({
  organizationId,
  caseReference,
  justification,
  categories: ['user.contact.email.work', 'user.contact.phone_number.work'],
  scope: { reach: 'member', email: SEEN },
  minutes: 60,
});

async function sign(undertakings: KeepUndertaking, actor: MemberActor): Promise<void> {
  const { version, texts, inForce } = await undertakings.read(actor);
  const [text] = texts;
  if (!inForce && text !== undefined) await undertakings.sign(actor, { version, hash: text.hash, name: STAFF }, 'demo-lockbox-signature');
}
