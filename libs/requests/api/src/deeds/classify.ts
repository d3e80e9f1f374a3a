import { isLive, leadingClock, type RequestKind, transition, unknownMember, withPausesOf } from '@smartpar/requests/model';
import type { Decide, Deed, Desk } from '../deed';
import { holidaysOf } from '../holidays';
import type { Answerers } from '../ports/answerers';
import { happened, type NewEntry } from '../request-entry';
import type { RequestProgress } from '../request-row';
import { clocksFor } from './clock-deeds';

/** What a request is found to be. */
export interface Classification {
  readonly kind: RequestKind;
  /** whom a complaint is about: absent leaves it, null clears it */
  readonly aboutMemberId?: string | null;
}

/**
 * Says what a request really is. Where another rule governs that, its clock takes over from the moment the first one started, and the old
 * clock's record is kept. Whoever the request is about no longer answers it.
 */
export const classify =
  ({ kind, aboutMemberId }: Classification, answerers: Answerers): Decide =>
  async (desk) => {
    const { request, tx, author, entryId } = desk;
    const { state } = transition(request.state, 'classify');
    if (typeof aboutMemberId === 'string' && (await answerers.find(tx, [aboutMemberId])).length === 0) throw unknownMember();
    const clocks = kind === request.kind ? {} : replacingClocks(desk, kind);
    const concern: Concern = aboutMemberId === undefined ? { entries: [], progress: {} } : concernOf(desk, aboutMemberId);
    return {
      ...clocks,
      state,
      entries: [happened({ code: 'classified', from: request.kind, to: kind }, author, entryId), ...concern.entries],
      progress: { kind, ...concern.progress },
      audit: { action: 'privacy-request.classified', facts: { from: request.kind, to: kind, aboutMember: typeof aboutMemberId === 'string' } },
    };
  };

interface Concern {
  readonly entries: readonly NewEntry[];
  readonly progress: Partial<RequestProgress>;
}

function concernOf({ request, author }: Desk, aboutMemberId: string | null): Concern {
  const handsOff = aboutMemberId !== null && request.assigneeId === aboutMemberId;
  return {
    entries: aboutMemberId === request.aboutMemberId ? [] : [happened({ code: 'concern-named', memberId: aboutMemberId }, author)],
    progress: { aboutMemberId, ...(aboutMemberId === null && { aboutContact: false }), ...(handsOff && { assigneeId: null, assigneeNumber: null }) },
  };
}

/** The clocks of the new kind in place of those that run, with the pauses their rules know; nothing where the same rules go on. */
function replacingClocks({ request, at, administrator }: Desk, kind: RequestKind): Pick<Deed, 'clocks' | 'clockEvents'> {
  const live = request.clocks.filter(isLive);
  const old = leadingClock(request.clocks).clock;
  const clocks = clocksFor(administrator, { ...request, kind }, old.startedAt);
  if (live.length === clocks.length && clocks.every(({ ruleId }) => live.some((clock) => clock.ruleId === ruleId))) return {};
  const replaced = live.map(({ id }) => ({ clockId: id, event: { kind: 'replaced', at } as const }));
  const taken = clocks.flatMap((record) => withPausesOf(record, old, holidaysOf(record.calendar)).events.map((event) => ({ clockId: record.id, event })));
  return { clocks, clockEvents: [...replaced, ...taken] };
}
