import { Temporal } from '@smartpar/kernel';
import { MESSAGE_KINDS } from '@smartpar/requests/model';
import { entryToJson, happened, hashOf, message } from './request-entry';
import { toPersonTimelineItem, toTimelineItem, type TimelineRow } from './timeline-rows';

const MEMBER = { kind: 'member', memberId: 'm-1', line: 'Dana Reyes' } as const;
const NOW = Temporal.Instant.from('2026-03-02T09:00:00Z');

describe('an entry of a timeline', () => {
  it.each(MESSAGE_KINDS)('of kind %s reaches the person unless it is a note', (kind) => {
    expect(message(kind, 'x', MEMBER).forPerson).toBe(kind !== 'note');
  });

  it('about what goes on inside does not reach the person', () => {
    expect(happened({ code: 'assigned', memberId: 'm-1', line: 'Dana' }, MEMBER).forPerson).toBe(false);
    expect(happened({ code: 'concern-named', memberId: 'm-1' }, MEMBER).forPerson).toBe(false);
    expect(happened({ code: 'escalated' }, { kind: 'system' }).forPerson).toBe(false);
    expect(happened({ code: 'answered', outcome: 'refused' }, MEMBER).forPerson).toBe(true);
  });

  it('is tied to the log by a hash that differs for the same text, and by none where there is no text', () => {
    const [one, other] = [message('reply', 'Same', MEMBER), message('reply', 'Same', MEMBER)];
    expect(hashOf(one)).toMatch(/^[\w-]{43}$/);
    expect(hashOf(one)).toBe(hashOf(one));
    expect(hashOf(one)).not.toBe(hashOf(other));
    expect(hashOf(happened({ code: 'received' }, MEMBER))).toBeNull();
  });

  it('is kept with when it was written, or when it is kept', () => {
    expect(entryToJson(message('reply', 'x', MEMBER), NOW)).toMatchObject({
      at: '2026-03-02T09:00:00Z',
      author_kind: 'member',
      author_member_id: 'm-1',
      author_line: 'Dana Reyes',
    });
    expect(entryToJson({ ...message('from-person', 'x', { kind: 'person' }), at: NOW.subtract({ hours: 1 }) }, NOW)).toMatchObject({
      at: '2026-03-02T08:00:00Z',
      author_member_id: null,
    });
  });
});

describe('an entry as it is read', () => {
  const row = (rest: Partial<TimelineRow>): TimelineRow => ({
    id: 'e',
    at: '2026-03-02T09:00:00',
    kind: 'reply',
    author_kind: 'member',
    author_member_id: 'm-1',
    author_line: 'Dana Reyes',
    text: 'Hello',
    event: null,
    ...rest,
  });

  it('shows those who answer everything, in UTC', () => {
    expect(toTimelineItem(row({}), 'hidden')).toEqual({
      id: 'e',
      at: '2026-03-02T09:00:00Z',
      type: 'message',
      kind: 'reply',
      text: 'Hello',
      author: { kind: 'member', memberId: 'm-1', line: 'Dana Reyes' },
    });
    expect(toTimelineItem(row({ kind: 'event', text: null, event: { code: 'reopened' } }), 'shown')).toMatchObject({
      type: 'event',
      event: { code: 'reopened' },
    });
  });

  it('names whoever was asked to answer to those alone who are shown names', () => {
    const asked = row({ kind: 'event', text: null, event: { code: 'assigned', memberId: 'm-2', line: 'Jonas Weber' } });
    expect(toTimelineItem(asked, 'shown')).toMatchObject({ event: { line: 'Jonas Weber' } });
    expect(toTimelineItem(asked, 'hidden')).toMatchObject({ event: { code: 'assigned', memberId: 'm-2', line: null } });
  });

  it('shows the person names and no member ids, and never a note', () => {
    expect(toPersonTimelineItem(row({}))).toEqual([
      { id: 'e', at: '2026-03-02T09:00:00Z', type: 'message', from: 'organization', line: 'Dana Reyes', kind: 'reply', text: 'Hello' },
    ]);
    expect(toPersonTimelineItem(row({ author_kind: 'person', kind: 'from-person', author_line: null }))).toEqual([expect.objectContaining({ from: 'you' })]);
    expect(toPersonTimelineItem(row({ kind: 'note' }))).toEqual([]);
  });

  it('is empty where retention has removed the text', () => {
    expect(toTimelineItem(row({ text: null }), 'shown')).toMatchObject({ text: '' });
  });
});
