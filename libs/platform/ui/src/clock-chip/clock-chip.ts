import { Component, computed, inject, input } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../formats/formats';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';
import { Language } from '../language/language';
import { Now } from '../now/now';
import { Popover } from '../popover/popover';
import { dayOf, lookOf, type ClockLook, type ClockState } from './clock-words';

/** Where no one says otherwise, the last week is pressing. */
const PRESSING_MILLISECONDS = 7 * 86_400_000;

const ICONS: Readonly<Record<ClockLook['tone'], IconName>> = { calm: 'clock', soon: 'clock', late: 'alert', paused: 'pause', done: 'check' };

/**
 * A deadline: words first ("12 days left"), then the date; icon and colour say the same. Its content, where there is
 * any (`explained`), opens beside it: how this date was computed.
 */
@Component({
  selector: 'sp-clock-chip',
  imports: [Icon, NgTemplateOutlet, Popover, TranslocoPipe],
  templateUrl: './clock-chip.html',
  styleUrl: './clock-chip.scss',
})
export class ClockChip {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly now = inject(Now);

  /** the end of the last day, as an instant */
  readonly dueAt = input.required<string>();
  /** the last day where the organization is; worked out from `dueAt` without it */
  readonly dueOn = input<string>();
  /** the organization's time zone; the reader's without it */
  readonly timeZone = input<string>();
  readonly state = input<ClockState>('running');
  /** why it stands still, in the reader's language */
  readonly pausedBecause = input<string>();
  /** the moment from which it is pressing; a week before the end without it */
  readonly soonFrom = input<string>();
  /** the content says how the date was computed */
  readonly explained = input(false);

  private readonly lastDay = computed(() => this.dueOn() ?? dayOf(new Date(Date.parse(this.dueAt()) - 1), this.timeZone()));
  protected readonly look = computed(() =>
    lookOf({
      state: this.state(),
      dueOn: this.lastDay(),
      today: dayOf(this.now.moment(), this.timeZone()),
      soonFrom: dayOf(new Date(this.soonFrom() ?? Date.parse(this.dueAt()) - PRESSING_MILLISECONDS), this.timeZone()),
    }),
  );
  protected readonly icon = computed(() => ICONS[this.look().tone]);
  protected readonly words = computed(() => {
    const { words, days } = this.look();
    return words === 'daysLeft' || words === 'daysLate' ? this.language.sayCount(`ui.clock.${words}`, days) : this.language.say(`ui.clock.${words}`);
  });
  protected readonly date = computed(() => this.formats.shortDay(this.lastDay()));
}
