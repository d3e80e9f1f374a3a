import { alreadyAnswered, notAnswered, notWaiting } from './requests.errors';
import type { RequestState } from './request-kind';

/** What can be done to a request, by either side. */
export type RequestDeed = 'note' | 'classify' | 'assign' | 'give-back' | 'reply' | 'ask-back' | 'resume' | 'hand-over' | 'close' | 'reopen' | 'person-message';

/** What a deed does to a request. */
export interface Transition {
  readonly state: RequestState;
  /** what follows for its clocks: those that stand still run again, all of them end with the answer, or a new one starts */
  readonly clocks: 'stay' | 'resume' | 'answer' | 'restart';
}

/** Tells whether a request still waits for an answer. Everything but an answer leaves it open. */
export const isOpen = (state: RequestState): boolean => state !== 'answered';

/**
 * What a deed does to a request in a state.
 * A request closes only by an answer to the person, and an answered one opens again whenever anything is appended.
 * @throws DomainError 409 when the state does not allow the deed
 */
export function transition(state: RequestState, deed: RequestDeed): Transition {
  if (deed === 'note') return stay(state);
  if (deed === 'reopen') return isOpen(state) ? refuse(notAnswered()) : { state: 'in-progress', clocks: 'restart' };
  if (deed === 'person-message') return personMessage(state);
  if (!isOpen(state)) return refuse(alreadyAnswered());
  if (deed === 'close') return { state: 'answered', clocks: 'answer' };
  if (deed === 'ask-back') return stay('waiting-for-person');
  if (deed === 'resume') return state === 'waiting-for-person' ? { state: 'in-progress', clocks: 'resume' } : refuse(notWaiting());
  if (deed === 'give-back' || state === 'waiting-for-person') return stay(state);
  return stay('in-progress');
}

function personMessage(state: RequestState): Transition {
  if (state === 'answered') return { state: 'in-progress', clocks: 'restart' };
  return state === 'waiting-for-person' ? { state: 'in-progress', clocks: 'resume' } : stay(state);
}

const stay = (state: RequestState): Transition => ({ state, clocks: 'stay' });

function refuse(error: Error): never {
  throw error;
}
