import { isOpen, type RequestDeed, transition } from './privacy-request';
import { REQUEST_STATES } from './request-kind';

const outcome = (state: (typeof REQUEST_STATES)[number], deed: RequestDeed) => {
  try {
    const { state: next, clocks } = transition(state, deed);
    return clocks === 'stay' ? next : `${next}, clocks ${clocks}`;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

describe('what a deed does to a request', () => {
  it.each([
    ['note', 'received', 'in-progress', 'waiting-for-person', 'answered'],
    ['classify', 'in-progress', 'in-progress', 'waiting-for-person', 'request.already_answered'],
    ['assign', 'in-progress', 'in-progress', 'waiting-for-person', 'request.already_answered'],
    ['give-back', 'received', 'in-progress', 'waiting-for-person', 'request.already_answered'],
    ['reply', 'in-progress', 'in-progress', 'waiting-for-person', 'request.already_answered'],
    ['ask-back', 'waiting-for-person', 'waiting-for-person', 'waiting-for-person', 'request.already_answered'],
    ['resume', 'request.not_waiting', 'request.not_waiting', 'in-progress, clocks resume', 'request.already_answered'],
    ['hand-over', 'in-progress', 'in-progress', 'waiting-for-person', 'request.already_answered'],
    ['close', 'answered, clocks answer', 'answered, clocks answer', 'answered, clocks answer', 'request.already_answered'],
    ['reopen', 'request.not_answered', 'request.not_answered', 'request.not_answered', 'in-progress, clocks restart'],
    ['person-message', 'received', 'in-progress', 'in-progress, clocks resume', 'in-progress, clocks restart'],
  ] as const)('%s', (deed, received, inProgress, waiting, answered) => {
    expect(REQUEST_STATES.map((state) => outcome(state, deed))).toEqual([received, inProgress, waiting, answered]);
  });

  it('closes by an answer and by nothing else', () => {
    const deeds: readonly RequestDeed[] = ['note', 'classify', 'assign', 'give-back', 'reply', 'ask-back', 'resume', 'hand-over', 'close', 'person-message'];
    const closing = deeds.filter((deed) => REQUEST_STATES.filter(isOpen).some((state) => String(outcome(state, deed)).startsWith('answered')));
    expect(closing).toEqual(['close']);
  });
});
