import { TimelineHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { TimelineItem } from '@smartpar/requests/model';
import en from '../../i18n/en.json' with { type: 'json' };
import { RequestTimeline } from './request-timeline';

const at = '2099-03-05T09:00:00Z';
const dana = { kind: 'member' as const, memberId: 'm1', line: 'Dana Reyes, privacy officer' };

const TIMELINE: readonly TimelineItem[] = [
  { id: '1', at, author: { kind: 'system', memberId: null, line: null }, type: 'event', event: { code: 'received' } },
  { id: '2', at, author: { kind: 'person', memberId: null, line: null }, type: 'message', kind: 'from-person', text: 'Who sees\nmy number?' },
  { id: '3', at, author: dana, type: 'message', kind: 'note', text: 'Ask IT.' },
  { id: '4', at, author: dana, type: 'message', kind: 'reply', text: 'I am looking into it.' },
];

const show = (): Promise<Mounted<RequestTimeline>> => mount(RequestTimeline, { texts: { requests: en }, inputs: { timeline: TIMELINE } });

describe('what happened to a request', () => {
  it('is told in order, in words', async () => {
    const page = await show();
    const entries = await (await page.part(TimelineHarness)).entries();
    expect(await Promise.all(entries.map((entry) => entry.what()))).toEqual([
      'The question arrived',
      'The person',
      'Dana Reyes, privacy officer',
      'Dana Reyes, privacy officer',
    ]);
    expect(await entries[1]?.text()).toBe('Who sees\nmy number?');
    await expectAccessible(page.element);
  });

  it('sets notes apart from what the person may read', async () => {
    const page = await show();
    const inner = [...page.element.querySelectorAll('sp-timeline-entry.inner')];
    expect(inner.map((entry) => entry.textContent)).toEqual([expect.stringContaining('Ask IT.')]);
    expect(inner[0]?.textContent).toContain('never shown to the person');
  });
});
