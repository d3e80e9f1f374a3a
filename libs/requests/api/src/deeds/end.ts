import { type RequestOutcome, transition } from '@smartpar/requests/model';
import type { Decide } from '../deed';
import { answerMail, replyMail } from '../mails/person.mail';
import { happened } from '../request-entry';
import { toDate } from '../settle';
import { answerClocks, restartClocks, resumeClocks } from './clock-deeds';
import { factsOf, said, written } from './messages';

/** Answers, and closes with the answer. */
export const close =
  (text: string, outcome: RequestOutcome): Decide =>
  (desk) => {
    const { state } = transition(desk.request.state, 'close');
    const answer = said('answer', text, desk);
    return {
      state,
      entries: [answer, happened({ code: 'answered', outcome }, desk.author)],
      progress: { ...written(desk), outcome, closedAt: toDate(desk.at) },
      clockEvents: answerClocks(desk),
      audit: { action: 'privacy-request.answered', facts: { ...factsOf(answer), outcome } },
      mail: answerMail,
      spendsDraft: true,
    };
  };

/** Writes to the person of an answered request, which opens it again with a new clock. */
export const reopen =
  (text: string): Decide =>
  (desk) => {
    const { state } = transition(desk.request.state, 'reopen');
    const answer = said('reply', text, desk);
    const clocks = restartClocks(desk);
    return {
      ...clocks,
      state,
      entries: [answer, ...clocks.entries],
      progress: { ...written(desk), toldStage: null },
      audit: { action: 'privacy-request.reopened', facts: factsOf(answer) },
      mail: replyMail,
      spendsDraft: true,
    };
  };

/** Lets the clock run again without waiting for the person any longer. */
export const stopWaiting = (): Decide => (desk) => {
  const { state } = transition(desk.request.state, 'resume');
  const { clockEvents } = resumeClocks(desk);
  const dueOn = clockEvents?.map(({ event }) => (event.kind === 'resumed' ? event.deadline.dueOn.toString() : '')).toSorted()[0] ?? desk.request.dueOn;
  return {
    clockEvents,
    state,
    entries: [happened({ code: 'clock-resumed', dueOn }, desk.author, desk.entryId)],
    audit: { action: 'privacy-request.resumed', facts: {} },
  };
};
