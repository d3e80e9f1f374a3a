import { type Ability, type Actor } from '@smartpar/access/model';
import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import { notFound, Temporal } from '@smartpar/kernel';
import { Database, narrow, type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { type ClockView, type ContactView, isOpen, type OwnRequestView } from '@smartpar/requests/model';
import { type ClockRow, SELECT_CLOCKS } from './clock-rows';
import { clockViews } from './clock-view';
import { type Administrator, Administrators, type NamedContact } from './ports/administrators';
import { REQUEST_CONDITIONS } from './request-columns';
import { type RequestRow, SELECT_REQUEST } from './request-row';
import { selectTimeline, type TimelineRow, toPersonTimelineItem } from './timeline-rows';

type Own = RequestRow & { readonly clocks: readonly ClockRow[]; readonly timeline: readonly TimelineRow[] };

/** One's own request: what the person may see of it, and who answers once that may be said. */
@Injectable()
export class OwnRequest {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly administrators: Administrators,
  ) {}

  /** @param actor the person by their link, or signed in as a member @throws {DomainError} not_found */
  async read(actor: Actor, requestId: string): Promise<OwnRequestView> {
    const found = await this.find(actor, requestId);
    if (found === null) throw notFound();
    return found;
  }

  /** The same, or null where there is no such request of theirs. */
  find(actor: Actor, requestId: string): Promise<OwnRequestView | null> {
    return this.database.tenant(actor, async (tx) => {
      const [row, administrator] = await Promise.all([this.row(tx, this.abilities.of(actor), requestId), this.administrators.within(tx)]);
      if (row === null) return null;
      return present(row, { ...administrator, contact: await this.administrators.contactFor(tx, administrator, row.memberId) }, tx.at);
    });
  }

  private async row(tx: TenantTransaction, ability: Ability, requestId: string): Promise<Own | null> {
    const allowed = narrow({ ability, action: 'follow', noun: 'privacy-request', columns: REQUEST_CONDITIONS, startParam: 3 });
    const [row] = await tx.query<Own>(
      `select ${SELECT_REQUEST}, ${SELECT_CLOCKS} as clocks, ${selectTimeline('m.for_person')} as timeline from privacy_requests r where r.organization_id = $1 and r.id = $2 and ${allowed.text}`,
      [tx.organizationId, requestId, ...allowed.values],
    );
    return row ?? null;
  }
}

/** Whether the person may be told who answers: they proved who they are, or the organization has written to them itself. */
export const isTold = ({ proved, firstWrittenAt }: Pick<RequestRow, 'proved' | 'firstWrittenAt'>): boolean => proved || firstWrittenAt !== null;

/**
 * Whether the day the person was promised has passed. For somebody who may not know who answers, the day is the platform's and so is
 * the calendar it is read by.
 */
export function isLate(row: Pick<RequestRow, 'state' | 'paused' | 'proved' | 'firstWrittenAt' | 'dueAt' | 'promisedOn'>, now: Temporal.Instant): boolean {
  if (!isOpen(row.state) || row.paused) return false;
  if (isTold(row)) return Temporal.Instant.compare(toInstant(row.dueAt), now) < 0;
  return row.promisedOn < now.toZonedDateTimeISO('UTC').toPlainDate().toString();
}

/** How to reach a named contact. */
export const contactOf = ({ name, email, postalAddress, languages }: NamedContact): ContactView => ({
  name,
  email,
  postalAddress: postalAddress === '' ? null : postalAddress,
  languages: [...languages],
});

/** The clock the promise comes from; none where the day promised is the platform's own. */
const promisedBy = ({ clocks, promisedOn }: Own, now: Temporal.Instant): ClockView | null => {
  const [leading] = clockViews(clocks, now);
  return leading?.dueOn === promisedOn ? leading : null;
};

const present = (row: Own, { name, contact }: Administrator, now: Temporal.Instant): OwnRequestView => ({
  id: row.id,
  reference: row.reference,
  kind: row.kind,
  state: row.state,
  askedAt: row.askedAt.toISOString(),
  promisedOn: row.promisedOn,
  overdue: isLate(row, now),
  paused: row.paused,
  closedAt: row.closedAt?.toISOString() ?? null,
  answeredBy: isTold(row) ? { organization: name, contact: contact === null ? null : contactOf(contact) } : null,
  clock: isTold(row) ? promisedBy(row, now) : null,
  timeline: row.timeline.flatMap(toPersonTimelineItem),
});
