import { AskForExtract } from '@smartpar/access/api';
import type { AskingForExtract } from '@smartpar/access/model';
import { MemberActors } from '@smartpar/members/api';
import type { DemoSurroundings } from './surroundings';

/** Who wants to take out the data of many people; an owner finds it waiting. */
const BY = 'people@larkspur.example';

const WISH: AskingForExtract = {
  whom: { kind: 'filter', status: 'active' },
  categories: ['user.name', 'user.contact.phone_number.work'],
  purpose: 'administration',
  reason: { words: 'The switchboard changes, and everybody has to be told their new extension.' },
};

/**
 * Lets the data of many people wait for a second person; where anything was asked for already, nothing is added.
 * @param accounts by address
 */
export async function keepExtracts({ get, database }: DemoSurroundings, organizationId: string, accounts: ReadonlyMap<string, string>): Promise<void> {
  const text = 'select 1 from extracts where organization_id = $1 limit 1';
  if ((await database.readTenant(organizationId, { text, values: [organizationId] })).length > 0) return;
  const accountId = accounts.get(BY);
  const actor = accountId === undefined ? null : await get(MemberActors).actorOf(accountId, organizationId);
  if (actor !== null) await get(AskForExtract).run(actor, WISH, 'demo-extract');
}
