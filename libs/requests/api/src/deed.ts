import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { MailTemplate } from '@smartpar/platform/mail';
import type { ClockRecord, RequestState } from '@smartpar/requests/model';
import type { PersonMailFacts } from './mails/request-mail';
import type { Administrator } from './ports/administrators';
import type { EntryAuthor, NewEntry } from './request-entry';
import type { HappenedToClock, LockedRequest } from './request.repository';
import type { RequestProgress } from './request-row';

/** What deciding rests on. */
export interface Desk {
  readonly tx: TenantTransaction;
  readonly at: Temporal.Instant;
  readonly request: LockedRequest;
  /** the organization that answers it */
  readonly administrator: Administrator;
  readonly author: EntryAuthor;
  /** id, made beforehand, of the entry the act adds to the timeline */
  readonly entryId: string;
}

/** What an act does, decided and not yet kept. */
export interface Deed {
  readonly state: RequestState;
  readonly entries: readonly NewEntry[];
  readonly audit: Omit<AuditEntry, 'target'>;
  readonly progress?: Partial<RequestProgress>;
  readonly clocks?: readonly ClockRecord[];
  readonly clockEvents?: readonly HappenedToClock[];
  /** tells the person that something waits for them behind their private link */
  readonly mail?: MailTemplate<PersonMailFacts>;
  /** what was typed has been sent, so the draft of it goes */
  readonly spendsDraft?: true;
  /** whatever else belongs into the same transaction */
  readonly beside?: () => Promise<unknown>;
}

/** Says what an act does, given the request as it stands; refuses by throwing. */
export type Decide = (desk: Desk) => Deed | Promise<Deed>;
