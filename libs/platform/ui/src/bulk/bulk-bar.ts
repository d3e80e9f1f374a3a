import { Component, computed, inject, input } from '@angular/core';
import { Language } from '../language/language';
import type { Selection } from '../selection/selection';

/** Above a list: picks what is shown, says how many lines are picked, and holds what can be done to them (its content). */
@Component({
  selector: 'sp-bulk-bar',
  templateUrl: './bulk-bar.html',
  styleUrl: './bulk-bar.scss',
  host: { role: 'group', '[attr.aria-label]': 'label()', class: 'sp-no-print' },
})
export class BulkBar<T> {
  private readonly language = inject(Language);

  readonly selection = input.required<Selection<T>>();
  /** what the bar is for, for those who hear the page */
  readonly label = input.required<string>();

  private readonly count = computed(() => this.selection().chosen().length);
  protected readonly some = computed(() => this.count() > 0);
  protected readonly all = computed(() => this.some() && this.count() >= this.selection().within());
  protected readonly shown = computed(() => this.language.sayCount('ui.bulk.shown', this.selection().within()));
  protected readonly picked = computed(() => {
    const { full, most } = this.selection();
    if (!this.some()) return '';
    const sentence = this.language.sayCount('ui.bulk.picked', this.count());
    return full() ? `${sentence} ${this.language.say('ui.bulk.most', { most })}` : sentence;
  });

  protected pick(box: HTMLInputElement): void {
    if (box.checked) this.selection().pickShown();
    else this.selection().clear();
  }
}
