import { addNote, askBack, closeRequest, reopenRequest, replyToRequest, type DRAFT_KINDS } from '@smartpar/requests/model';

/** What can be written to a request. */
export const WRITING_KINDS = ['reply', 'question-back', 'answer', 'note', 'reopen'] as const;

/** One thing that can be written to a request. */
export type WritingKind = (typeof WRITING_KINDS)[number];

/** What a draft on the server is called. */
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What stands in the composer. */
export interface Written {
  readonly text: string;
  /** reason to stop the clock; empty for none */
  readonly pause: string;
  /** how it ends; empty while nobody has chosen */
  readonly outcome: string;
}

/** Nothing written. */
export const NOTHING_WRITTEN: Written = { text: '', pause: '', outcome: '' };

/** Where each goes, below the request. */
export const WRITING_PATHS: Readonly<Record<WritingKind, string>> = {
  reply: 'replies',
  'question-back': 'questions-back',
  answer: 'closing',
  note: 'notes',
  reopen: 'reopening',
};

/** The contract of each. */
export const WRITING_CONTRACTS = { reply: replyToRequest, 'question-back': askBack, answer: closeRequest, note: addNote, reopen: reopenRequest } as const;

/** The message to send, before its contract has looked at it. */
export function messageOf(kind: WritingKind, { text, pause, outcome }: Written): Readonly<Record<string, unknown>> {
  if (kind === 'question-back') return { text, pause: pause === '' ? null : pause };
  return kind === 'answer' ? { text, outcome: outcome === '' ? undefined : outcome } : { text };
}

/** The draft a piece of writing is kept as; opening again begins like a reply. */
export const draftKindOf = (kind: WritingKind): DraftKind => (kind === 'reopen' ? 'reply' : kind);
