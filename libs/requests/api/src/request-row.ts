import type { Locale } from '@smartpar/platform/contract';
import type { Capacity, ReminderStage, RequestKind, RequestOutcome, RequestState } from '@smartpar/requests/model';

/** What changes about a request while it is worked on. */
export interface RequestProgress {
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly outcome: RequestOutcome | null;
  /** the day the person was told: that of the leading clock, or of the platform's own rule while the identifier is unproved */
  readonly promisedOn: string;
  readonly dueOn: string;
  readonly dueAt: Date;
  /** every clock that runs stands still */
  readonly paused: boolean;
  /** the last stage at which somebody was told that time is running out */
  readonly toldStage: ReminderStage | null;
  readonly assigneeId: string | null;
  readonly assigneeNumber: number | null;
  readonly aboutMemberId: string | null;
  /** it is about the named contact, who may be no member */
  readonly aboutContact: boolean;
  /** when the organization first wrote to the person */
  readonly firstWrittenAt: Date | null;
  readonly closedAt: Date | null;
  readonly lastActivityAt: Date;
  /** how long its timeline is */
  readonly entries: number;
}

/** A request as it is kept, without what was said in it. */
export interface RequestRow extends RequestProgress {
  readonly id: string;
  readonly reference: string;
  readonly part: 'whole' | 'organization' | 'smartpar';
  readonly memberId: string | null;
  readonly memberNumber: number | null;
  readonly identifier: string | null;
  readonly proved: boolean;
  readonly replyAddress: string | null;
  readonly locale: Locale;
  readonly capacity: Capacity;
  /** ISO code of where the person is, as far as it is known */
  readonly personPlace: string | null;
  readonly askedAt: Date;
}

/** The columns of {@link RequestProgress}, in the order in which they are written. */
export const PROGRESS_COLUMNS: readonly (readonly [keyof RequestProgress, string])[] = [
  ['kind', 'kind'],
  ['state', 'state'],
  ['outcome', 'outcome'],
  ['promisedOn', 'promised_on'],
  ['dueOn', 'due_on'],
  ['dueAt', 'due_at'],
  ['paused', 'paused'],
  ['toldStage', 'told_stage'],
  ['assigneeId', 'assignee_id'],
  ['assigneeNumber', 'assignee_number'],
  ['aboutMemberId', 'about_member_id'],
  ['aboutContact', 'about_contact'],
  ['firstWrittenAt', 'first_written_at'],
  ['closedAt', 'closed_at'],
  ['lastActivityAt', 'last_activity_at'],
  ['entries', 'entries'],
];

const FIXED_COLUMNS: readonly (readonly [keyof RequestRow, string])[] = [
  ['id', 'id'],
  ['reference', 'reference'],
  ['part', 'part'],
  ['memberId', 'member_id'],
  ['memberNumber', 'member_number'],
  ['identifier', 'identifier'],
  ['proved', 'proved'],
  ['replyAddress', 'reply_address'],
  ['locale', 'locale'],
  ['capacity', 'capacity'],
  ['personPlace', 'person_place'],
  ['askedAt', 'asked_at'],
];

/** Every column of a request, in the order in which they are written. */
export const REQUEST_COLUMNS: readonly (readonly [keyof RequestRow, string])[] = [...FIXED_COLUMNS, ...PROGRESS_COLUMNS];

/** The select list that reads a {@link RequestRow} from `privacy_requests r`. */
export const SELECT_REQUEST = REQUEST_COLUMNS.map(([key, column]) => `r.${column} as "${key}"`).join(', ');
