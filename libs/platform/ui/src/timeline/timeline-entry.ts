import { Component, input } from '@angular/core';
import { DistancePipe, MomentPipe } from '../formats/format-pipes';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** How an entry stands out: an event is a quiet line, a message a card; `told` is one from outside, `inner` is for insiders only. */
export type EntryTone = 'event' | 'message' | 'told' | 'inner';

/** One thing that happened, in words; what was written stands inside. */
@Component({
  selector: 'sp-timeline-entry',
  imports: [DistancePipe, Icon, MomentPipe],
  templateUrl: './timeline-entry.html',
  styleUrl: './timeline-entry.scss',
  host: { role: 'listitem', '[class]': 'tone()' },
})
export class TimelineEntry {
  /** when, as an instant */
  readonly at = input.required<string>();
  /** what happened, in the reader's language */
  readonly what = input.required<string>();
  /** who, as the reader may know them */
  readonly who = input<string | null>();
  readonly icon = input<IconName>('check');
  readonly tone = input<EntryTone>('event');
}
