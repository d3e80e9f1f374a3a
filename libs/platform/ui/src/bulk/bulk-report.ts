import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { Language } from '../language/language';
import { problemSentence } from '../problem/problem-sentence';
import type { BulkRun } from './bulk-run';

/** How far one act for many has come, and in the end how many were done, which were not, and why. */
@Component({
  selector: 'sp-bulk-report',
  imports: [Icon, MatButton, RouterLink, TranslocoPipe],
  templateUrl: './bulk-report.html',
  styleUrl: './bulk-report.scss',
  host: { role: 'region', '[attr.aria-label]': 'title()', class: 'sp-card' },
})
export class BulkReport<T> {
  private readonly language = inject(Language);

  readonly run = input.required<BulkRun<T>>();
  /** what is done to them */
  readonly title = input.required<string>();
  /** what one of them is called here, and where they are found */
  readonly nameOf = input.required<(item: T) => string>();
  readonly link = input.required<(item: T) => string | readonly unknown[]>();
  /** text keys of this place's own sentences, by code */
  readonly sentences = input<Readonly<Record<string, string>>>({});
  /** it has been read */
  readonly dismissed = output();

  protected readonly progress = computed(() => this.language.say('ui.bulk.progress', { answered: this.run().answered(), all: this.run().items.length }));
  protected readonly result = computed(() => {
    const run = this.run();
    return run.running() ? '' : this.language.say('ui.bulk.done', { done: run.done().length, all: run.items.length });
  });
  protected readonly complete = computed(() => this.run().done().length === this.run().items.length);
  /** what was refused, by the reason */
  protected readonly refused = computed(() => {
    const reasons = new Map<string, T[]>();
    for (const { item, problem } of this.run().refused()) {
      const sentence = problemSentence(this.language, problem, this.sentences());
      reasons.set(sentence, [...(reasons.get(sentence) ?? []), item]);
    }
    return [...reasons].map(([sentence, items]) => ({ sentence, items }));
  });
  protected readonly halted = computed(() => {
    const problem = this.run().problem();
    return problem === null ? '' : problemSentence(this.language, problem, this.sentences());
  });
}
