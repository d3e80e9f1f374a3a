import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ClockView } from '@smartpar/requests/model';
import { Icon } from '@smartpar/platform/ui';
import { RequestWords } from '../words/request-words';

/** How the dates of a request were computed: each clock's steps, its rule and the rule's source. */
@Component({
  selector: 'sp-clock-explanation',
  imports: [Icon, TranslocoPipe],
  templateUrl: './clock-explanation.html',
  styleUrl: './clock-explanation.scss',
})
export class ClockExplanation {
  private readonly words = inject(RequestWords);

  /** the clocks that run or ran together, the leading one first */
  readonly clocks = input.required<readonly ClockView[]>();

  protected readonly explained = computed(() =>
    this.clocks().map((clock) => ({
      clock,
      regime: `requests.regime.${clock.regime}`,
      steps: clock.steps.map((step) => this.words.step(step)),
      extension: clock.extension === null ? null : this.words.period(clock.extension),
    })),
  );
}
