import { Component } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { Timeline } from './timeline';
import { TimelineEntry } from './timeline-entry';
import { TimelineHarness } from './timeline.harness';

@Component({
  selector: 'sp-story',
  imports: [Timeline, TimelineEntry],
  template: `
    <sp-timeline label="What happened">
      <sp-timeline-entry at="2026-03-02T09:00:00Z" what="Question received" who="M-10422" tone="told">{{ question }}</sp-timeline-entry>
      <sp-timeline-entry at="2026-03-03T09:00:00Z" what="Assigned" icon="person" />
    </sp-timeline>
  `,
})
class Story {
  protected readonly question = 'What do you hold?\nAnd why?';
}

describe('a timeline', () => {
  it('tells everything that happened, in order', async () => {
    const timeline = await (await mount(Story)).part(TimelineHarness);
    const entries = await timeline.entries();
    expect(await Promise.all(entries.map((entry) => entry.what()))).toEqual(['Question received', 'Assigned']);
    expect(await entries[0]?.text()).toBe('What do you hold?\nAnd why?');
  });

  it('dates every entry for machines and, in full, for whoever points at it', async () => {
    const page = await mount(Story);
    const time = page.element.querySelector('time');
    expect(time?.getAttribute('datetime')).toBe('2026-03-02T09:00:00Z');
    expect(time?.title).toContain('2026');
  });

  it('is a named list to those who hear it', async () => {
    const page = await mount(Story);
    expect(page.element.querySelector('[role=list]')?.getAttribute('aria-label')).toBe('What happened');
    await expectAccessible(page.element);
  });
});
