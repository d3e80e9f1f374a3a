import type { MessageKind, PersonTimelineItem, RequestEvent, TimelineItem } from '@smartpar/requests/model';

/** An entry of a timeline as JSON out of the database. */
export interface TimelineRow {
  readonly id: string;
  /** in UTC, without saying so */
  readonly at: string;
  readonly kind: MessageKind | 'event';
  readonly author_kind: 'person' | 'member' | 'system';
  readonly author_member_id: string | null;
  readonly author_line: string | null;
  readonly text: string | null;
  readonly event: RequestEvent | null;
}

/**
 * The expression that reads the timeline of `privacy_requests r`, oldest first, as {@link TimelineRow} JSON.
 * @param condition which entries, of `request_messages m`
 */
export const selectTimeline = (condition = 'true'): string => `
  (select coalesce(json_agg(json_build_object('id', m.id, 'at', m.at at time zone 'UTC', 'kind', m.kind, 'author_kind', m.author_kind, 'author_member_id', m.author_member_id,
                                              'author_line', m.author_line, 'text', m.text, 'event', m.event) order by m.at, m.id), '[]')
     from request_messages m where m.organization_id = r.organization_id and m.request_id = r.id and ${condition})`;

/** Whether whoever reads is shown names of members. Those who act sign with theirs; whoever only was asked to did not. */
export type NamesOfMembers = 'shown' | 'hidden';

/** How those who answer see an entry. A text that retention has removed is empty. */
export function toTimelineItem({ id, at, kind, author_kind, author_member_id, author_line, text, event }: TimelineRow, names: NamesOfMembers): TimelineItem {
  const place = { id, at: `${at}Z`, author: { kind: author_kind, memberId: author_member_id, line: author_line } };
  if (kind !== 'event') return { ...place, type: 'message', kind, text: text ?? '' };
  if (event?.code === 'assigned' && names === 'hidden') return { ...place, type: 'event', event: { ...event, line: null } };
  return { ...place, type: 'event', event: event ?? { code: 'received' } };
}

/** How the person sees an entry of their own request: by name, never by member id. */
export function toPersonTimelineItem({ id, at, kind, author_kind, author_line, text, event }: TimelineRow): readonly PersonTimelineItem[] {
  if (kind === 'note') return [];
  if (kind === 'event') return event === null ? [] : [{ id, at: `${at}Z`, type: 'event', event }];
  return [{ id, at: `${at}Z`, type: 'message', from: author_kind === 'person' ? 'you' : 'organization', line: author_line, kind, text: text ?? '' }];
}
