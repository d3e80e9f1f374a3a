import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Language } from '../language/language';

/** Those who hear the page are told after every such part. */
const TOLD_PERCENT = 25;

/** How far something is that takes a while. It is said aloud now and then, not at every step. */
@Component({
  selector: 'sp-work-progress',
  imports: [TranslocoPipe],
  templateUrl: './work-progress.html',
  styleUrl: './work-progress.scss',
})
export class WorkProgress {
  private readonly language = inject(Language);

  /** what is being done */
  readonly label = input.required<string>();
  readonly done = input.required<number>();
  /** 0 where nobody knows */
  readonly total = input.required<number>();
  /** how far in the words of the place, such as "1,200 of 5,000 members"; without it only the percentage is said */
  readonly words = input<string>();

  protected readonly percent = computed(() => (this.total() > 0 ? Math.min(100, Math.floor((this.done() * 100) / this.total())) : 0));
  protected readonly told = computed(() => {
    if (this.total() === 0) return this.label();
    const percent = Math.floor(this.percent() / TOLD_PERCENT) * TOLD_PERCENT;
    return `${this.label()}: ${this.language.say('ui.progress.percent', { percent })}`;
  });
}
