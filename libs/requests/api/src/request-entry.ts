import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId, type Temporal } from '@smartpar/kernel';
import { type MessageKind, PERSON_MESSAGE_KINDS, type RequestEvent, type RequestKind } from '@smartpar/requests/model';

/** Who wrote an entry of a timeline. */
export type EntryAuthor = { readonly kind: 'person' | 'system' } | { readonly kind: 'member'; readonly memberId: string; readonly line: string };

/** An entry of a timeline, about to be kept. */
export interface NewEntry {
  readonly id: string;
  readonly kind: MessageKind | 'event';
  readonly author: EntryAuthor;
  readonly text: string | null;
  readonly salt: string | null;
  readonly event: RequestEvent | null;
  readonly forPerson: boolean;
  /** when it was written, where that was before the transaction that keeps it */
  readonly at?: Temporal.Instant;
}

/** The events the person may see as well. */
const EVENTS_FOR_PERSON: ReadonlySet<RequestEvent['code']> = new Set(['received', 'clock-paused', 'clock-resumed', 'part-handed-over', 'answered', 'reopened']);

/** A message to be kept. @param id made beforehand where the act has to name it */
export const message = (kind: MessageKind, text: string, author: EntryAuthor, id = newId()): NewEntry => ({
  id,
  kind,
  author,
  text,
  salt: newSalt(),
  event: null,
  forPerson: PERSON_MESSAGE_KINDS.some((known) => known === kind),
});

/** Something that happened, to be kept. @param id made beforehand where the act has to name it */
export const happened = (event: RequestEvent, author: EntryAuthor, id = newId()): NewEntry => ({
  id,
  kind: 'event',
  author,
  text: null,
  salt: null,
  event,
  forPerson: EVENTS_FOR_PERSON.has(event.code),
});

/** What ties an audit entry to a message: a hash under the salt kept beside the text; forgotten with it. */
export const hashOf = ({ text, salt }: NewEntry): string | null => (text === null || salt === null ? null : saltedHash(text, salt));

/** An entry as JSON into the database. @param now when the transaction began */
export const entryToJson = ({ id, kind, author, text, salt, event, forPerson, at }: NewEntry, now: Temporal.Instant) => ({
  id,
  kind,
  author_kind: author.kind,
  author_member_id: author.kind === 'member' ? author.memberId : null,
  author_line: author.kind === 'member' ? author.line : null,
  text,
  salt,
  event,
  for_person: forPerson,
  at: (at ?? now).toString(),
});

/**
 * In whose name the log has what the person does to their own request. Whom a complaint is about may read the log: there it does not name who
 * complained.
 */
export const inWhoseName = ({ kind }: { readonly kind: RequestKind }): { readonly process?: string } => (kind === 'complaint' ? { process: 'complaints' } : {});
