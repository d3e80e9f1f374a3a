import { EvaluationWork, KeepEvaluationRules, KeepUndertaking, RevealMember } from '@smartpar/access/api';
import { type MemberActor, systemActor, USUAL_AT_LEAST } from '@smartpar/access/model';
import { MemberActors } from '@smartpar/members/api';
import { signUndertaking } from './looks';
import type { DemoSurroundings } from './surroundings';

/** The organization that has a works council. */
const WHERE = 'larkspur';

/** Who looked unusually often. */
const BUSY = 'agent@larkspur.example';

const AGREED = {
  needed: true,
  askedBy: 'the works council',
  agreement: { title: 'Works agreement on the privacy console', reference: 'BV 12/2024', concludedOn: '2024-05-02', validUntil: null },
} as const;

/** What the organization agreed on with its works council, and a day on which somebody looked far more often than usual; what is there stays. */
export async function keepEvaluations(surroundings: DemoSurroundings, owner: MemberActor, slug: string, accounts: ReadonlyMap<string, string>): Promise<void> {
  if (slug !== WHERE) return;
  const rules = surroundings.get(KeepEvaluationRules);
  const { version } = await rules.read(owner);
  if (version > 0) return;
  await rules.change(owner, { version, ...AGREED }, 'demo-evaluation-rules');
  const accountId = accounts.get(BUSY);
  const busy = accountId === undefined ? null : await surroundings.get(MemberActors).actorOf(accountId, owner.organizationId);
  if (busy !== null) await lookOften(surroundings, busy);
}

/** One more look than is never unusual, each at somebody else of the crowd, and the round that notices it. */
async function lookOften({ get, database }: DemoSurroundings, busy: MemberActor): Promise<void> {
  const { organizationId } = busy;
  const crowd = await database.readTenant<{ id: string }>(organizationId, {
    text: 'select id from members where organization_id = $1 and account_id is null order by number desc limit $2',
    values: [organizationId, USUAL_AT_LEAST + 1],
  });
  await signUndertaking(get(KeepUndertaking), busy, BUSY);
  for (const { id } of crowd) {
    const look = { categories: ['user.name' as const], purpose: 'support' as const, reason: { template: 'asked-for-help' as const } }; // as const: the words of the contract, not any
    await get(RevealMember).run(busy, id, look, `demo-busy-look-at-${id}`);
  }
  const work = get(EvaluationWork)
    .kinds()
    .find(({ kind }) => kind === 'access.look-volume');
  if (work === undefined) return;
  await database.tenant(systemActor(organizationId, work.kind), (tx) => work.perform(tx, { subjectId: organizationId, dueAt: tx.at }));
}
