import { AskForGrant, DecideGrant } from '@smartpar/access/api';
import type { AskingForGrant, MemberActor } from '@smartpar/access/model';
import { MemberActors } from '@smartpar/members/api';
import type { DemoSurroundings } from './surroundings';

const DAY = 24 * 60 * 60 * 1000;

/** Who asks for what: one is allowed, and one waits for somebody to decide. */
const WISHES: readonly {
  readonly by: string;
  readonly decidedBy: string | null;
  readonly wish: Omit<AskingForGrant, 'until' | 'from'>;
  readonly days: number;
}[] = [
  {
    by: 'people@larkspur.example',
    decidedBy: 'owner@larkspur.example',
    wish: {
      ...{ categories: ['user.contact.phone_number'], mode: 'on-reveal', purposes: ['wrongdoing'], scope: { kind: 'all' } },
      reason: 'Somebody calls in the name of the company, and we look into whose numbers they have.',
    },
    days: 7,
  },
  {
    by: 'helpdesk@larkspur.example',
    decidedBy: null,
    wish: {
      ...{ categories: ['user.contact'], mode: 'on-reveal', purposes: ['security', 'support'], scope: { kind: 'all' } },
      reason: 'Several odd sign-ins came in overnight, and we may have to call people.',
    },
    days: 2,
  },
];

/**
 * Lets somebody hold access for a while, and something wait for a decision; where anything was asked for already, nothing is added.
 * @param accounts by address
 */
export async function keepGrants({ get, database }: DemoSurroundings, organizationId: string, accounts: ReadonlyMap<string, string>): Promise<void> {
  const text = 'select 1 from grants where organization_id = $1 limit 1';
  if ((await database.readTenant(organizationId, { text, values: [organizationId] })).length > 0) return;
  const actorOf = async (email: string): Promise<MemberActor | null> => {
    const accountId = accounts.get(email);
    return accountId === undefined ? null : get(MemberActors).actorOf(accountId, organizationId);
  };
  for (const [n, { by, decidedBy, wish, days }] of WISHES.entries()) {
    const [asks, decides] = [await actorOf(by), decidedBy === null ? null : await actorOf(decidedBy)];
    if (asks === null) continue;
    const until = await inDays(database, organizationId, days);
    const { grantId } = await get(AskForGrant).run(asks, { ...wish, from: null, until }, `demo-wish-${n}`);
    if (decides !== null) await get(DecideGrant).approve(decides, grantId, {}, `demo-decision-${n}`);
  }
}

async function inDays(database: DemoSurroundings['database'], organizationId: string, days: number): Promise<string> {
  const [row] = await database.readTenant<{ now: Date }>(organizationId, { text: 'select now() as now', values: [] });
  return new Date((row?.now.getTime() ?? 0) + days * DAY - 60_000).toISOString();
}
