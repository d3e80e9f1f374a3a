import { type Clock, isLive, mayPause, type MessageKind, openPause, pauseNotAllowed, type PauseReason, transition } from '@smartpar/requests/model';
import type { Decide, Desk } from '../deed';
import { questionBackMail, replyMail } from '../mails/person.mail';
import { happened, hashOf, message, type NewEntry } from '../request-entry';
import type { RequestProgress } from '../request-row';
import { toDate } from '../settle';

/** What the audit log keeps of a message: its id and a salted hash of its text. */
export const factsOf = (said: NewEntry) => ({ messageId: said.id, contentHash: hashOf(said) });

/** From now on the organization has written to the person. */
export const written = ({ request, at }: Desk): Partial<RequestProgress> => ({ firstWrittenAt: request.firstWrittenAt ?? toDate(at) });

/** The message an act is about. */
export const said = (kind: MessageKind, text: string, { author, entryId }: Desk): NewEntry => message(kind, text, author, entryId);

/** Adds an internal note. */
export const addNote =
  (text: string): Decide =>
  (desk) => {
    const note = said('note', text, desk);
    return {
      state: transition(desk.request.state, 'note').state,
      entries: [note],
      audit: { action: 'privacy-request.noted', facts: factsOf(note) },
      spendsDraft: true,
    };
  };

/** Writes to the person; the request stays open. */
export const reply =
  (text: string): Decide =>
  (desk) => {
    const answer = said('reply', text, desk);
    return {
      state: transition(desk.request.state, 'reply').state,
      entries: [answer],
      progress: written(desk),
      audit: { action: 'privacy-request.replied', facts: factsOf(answer) },
      mail: replyMail,
      spendsDraft: true,
    };
  };

/** Asks the person back. A clock stands still only where its law knows the reason. */
export const askBack =
  (text: string, pause: PauseReason | null): Decide =>
  (desk) => {
    const { request, at, author } = desk;
    const { state } = transition(request.state, 'ask-back');
    const question = said('question-back', text, desk);
    const paused = pause === null ? [] : clocksToPause(desk, pause).map(({ id }) => ({ clockId: id, event: { kind: 'paused', at, reason: pause } as const }));
    return {
      state,
      entries: [question, ...(pause === null || paused.length === 0 ? [] : [happened({ code: 'clock-paused', reason: pause }, author)])],
      progress: written(desk),
      clockEvents: paused,
      audit: { action: 'privacy-request.asked-back', facts: { ...factsOf(question), pause: paused.length > 0 ? pause : null } },
      mail: questionBackMail,
      spendsDraft: true,
    };
  };

/** The clocks a reason stops; none where one stands still already. */
function clocksToPause({ request }: Desk, reason: PauseReason): readonly Clock[] {
  const clocks = request.clocks.filter((clock) => mayPause(clock, reason));
  const standing = request.clocks.some((clock) => isLive(clock) && openPause(clock) !== null);
  if (clocks.length === 0 && !standing) throw pauseNotAllowed();
  return clocks;
}
