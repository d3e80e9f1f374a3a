import { Component, ElementRef, afterRenderEffect, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { Language } from '../language/language';
import type { Problem } from './problem';
import { problemSentence } from './problem-sentence';

/** Says why something did not work, what to do now, and what to quote to support. What was typed stays. */
@Component({
  selector: 'sp-problem-note',
  imports: [Icon, TranslocoPipe],
  templateUrl: './problem-note.html',
  styleUrl: './problem-note.scss',
  host: { role: 'alert' },
})
export class ProblemNote {
  private readonly language = inject(Language);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** what went wrong; `null` shows nothing */
  readonly problem = input.required<Problem | null>();
  /** text keys of this place's own sentences, by code: `{ 'session.refused': 'identity.signIn.refused' }` */
  readonly sentences = input<Readonly<Record<string, string>>>({});

  protected readonly sentence = computed(() => {
    const problem = this.problem();
    return problem === null ? '' : problemSentence(this.language, problem, this.sentences());
  });

  constructor() {
    // wherever on a long page something was pressed, what went wrong is seen; what could not be read moves nothing
    afterRenderEffect(() => {
      if (this.problem() !== null && this.element.closest('sp-pending') === null) this.element.scrollIntoView?.({ block: 'nearest' });
    });
  }
}
