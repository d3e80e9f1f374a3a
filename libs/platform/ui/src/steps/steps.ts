import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';

/** Where somebody is in something that takes several steps: those done, the one they are at, those to come. */
@Component({
  selector: 'sp-steps',
  imports: [Icon, TranslocoPipe],
  templateUrl: './steps.html',
  styleUrl: './steps.scss',
})
export class Steps {
  /** what the steps lead to, for those who hear the page */
  readonly label = input.required<string>();
  /** the steps, in a word or two each */
  readonly steps = input.required<readonly string[]>();
  /** which one they are at, counted from 0; as many as there are once all is done */
  readonly current = input.required<number>();

  protected readonly lines = computed(() =>
    this.steps().map((words, index) => ({ words, number: index + 1, state: index < this.current() ? 'done' : index === this.current() ? 'current' : 'ahead' })),
  );
}
