import { planWork } from '@smartpar/platform/jobs';
import { requestFull, tooManyMessages, transition } from '@smartpar/requests/model';
import type { Decide, Deed, Desk } from '../deed';
import { inWhoseName } from '../request-entry';
import { restartClocks, resumeClocks } from './clock-deeds';
import { factsOf, said } from './messages';

/** Kind of due work: those who answer hear that the person has written. */
export const PERSON_WROTE_WORK = 'requests.person-wrote';

/** How long a timeline may get by what the person appends. */
const MOST_ENTRIES = 500;

/** How many messages a person may append within a day. */
const MOST_A_DAY = 20;

/** The person continues. What waited for them goes on, and an answered request opens again. */
export const append =
  (text: string): Decide =>
  async (desk) => {
    const { request, tx } = desk;
    if (request.entries >= MOST_ENTRIES) throw requestFull();
    if ((await writtenToday(desk)) >= MOST_A_DAY) throw tooManyMessages();
    const { state, clocks } = transition(request.state, 'person-message');
    const words = said('from-person', text, desk);
    const part: Pick<Deed, 'entries' | 'clocks' | 'clockEvents'> =
      clocks === 'restart' ? restartClocks(desk) : clocks === 'resume' ? resumeClocks(desk) : { entries: [] };
    return {
      ...part,
      state,
      entries: [words, ...part.entries],
      progress: clocks === 'restart' ? { toldStage: null } : {},
      audit: { action: 'privacy-request.continued', facts: { ...factsOf(words), reopened: clocks === 'restart' }, ...inWhoseName(request) },
      beside: () => planWork(tx, { organizationId: tx.organizationId, kind: PERSON_WROTE_WORK, subjectId: request.id, dueAt: tx.at }),
    };
  };

async function writtenToday({ tx, request, at }: Desk): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from request_messages where organization_id = $1 and request_id = $2 and author_kind = 'person' and kind = 'from-person' and at > $3`,
    [tx.organizationId, request.id, at.subtract({ hours: 24 })],
  );
  return row?.count ?? 0;
}
