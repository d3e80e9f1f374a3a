import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ClockChip, DayPipe } from '@smartpar/platform/ui';
import type { ClockView } from '@smartpar/requests/model';
import { ClockExplanation } from '../../clock/clock-explanation';
import { RequestWords } from '../../words/request-words';

/** The clock of a request: how much time is left, and how the date was computed. Earlier clocks stay on record. */
@Component({
  selector: 'sp-request-clock',
  imports: [ClockChip, ClockExplanation, DayPipe, TranslocoPipe],
  templateUrl: './request-clock.html',
  styleUrl: './request-clock.scss',
})
export class RequestClock {
  private readonly words = inject(RequestWords);

  /** the leading one first */
  readonly clocks = input.required<readonly ClockView[]>();

  protected readonly counting = computed(() => this.clocks().filter(({ state }) => state !== 'replaced'));
  protected readonly earlier = computed(() => this.clocks().filter(({ state }) => state === 'replaced'));
  protected readonly leading = computed(() => this.counting().find(({ leading }) => leading) ?? this.counting()[0]);
  protected readonly because = computed(() => {
    const reason = this.leading()?.pauseReason;
    return reason === null || reason === undefined ? undefined : this.words.pause(reason);
  });
}
