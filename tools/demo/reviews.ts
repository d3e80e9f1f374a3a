import { StartReview } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { DemoSurroundings } from './surroundings';

/** Who answers, and who does where they cannot. */
const REVIEWER = 'people@larkspur.example';
const FALLBACK = 'privacy.substitute@larkspur.example';

const DAYS = 30;

/**
 * Has somebody review who holds which role, where the two who answer belong; where there is a review already, nothing is added. Silence keeps here: whoever
 * leaves the demo data alone for a month finds everybody as they were.
 */
export async function keepReviews({ get, database }: DemoSurroundings, owner: MemberActor, members: ReadonlyMap<string, string>): Promise<void> {
  const [reviewer, fallback] = [members.get(REVIEWER), members.get(FALLBACK)];
  const { organizationId } = owner;
  const text = 'select now() as now, exists (select from access_reviews where organization_id = $1) as reviewed';
  const [state] = await database.readTenant<{ now: Date; reviewed: boolean }>(organizationId, { text, values: [organizationId] });
  if (reviewer === undefined || fallback === undefined || state === undefined || state.reviewed) return;
  const dueAt = new Date(state.now.getTime() + DAYS * 24 * 60 * 60 * 1000).toISOString();
  const panel = { reviewers: [reviewer], fallbacks: [fallback], confirmers: [] };
  await get(StartReview).run(owner, { covers: ['roles'], scope: { kind: 'all' }, ...panel, silence: 'keeps', dueAt }, 'demo-review');
}
