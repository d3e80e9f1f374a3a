import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LedgerSummary } from '@smartpar/access/model';
import { Language } from '@smartpar/platform/ui';

/** How often somebody looked in each of the last twelve months: a sentence, bars, and the same as a table. */
@Component({
  selector: 'sp-look-months',
  imports: [TranslocoPipe],
  templateUrl: './look-months.html',
  styleUrl: './look-months.scss',
})
export class LookMonths {
  private readonly language = inject(Language);

  /** the oldest first */
  readonly months = input.required<LedgerSummary['months']>();

  protected readonly sum = computed(() => this.months().reduce((sum, { looks }) => sum + looks, 0));
  protected readonly sentence = computed(() =>
    this.sum() === 0 ? this.language.say('access.ledger.yearNone') : this.language.sayCount('access.ledger.year', this.sum()),
  );
  protected readonly bars = computed(() => {
    const short = new Intl.DateTimeFormat(this.language.written(), { month: 'narrow', timeZone: 'UTC' });
    const long = new Intl.DateTimeFormat(this.language.written(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
    const most = Math.max(1, ...this.months().map(({ looks }) => looks));
    return this.months().map(({ month, looks }) => {
      const first = new Date(`${month}-01T00:00:00Z`);
      return { month, looks, height: `${Math.round((looks / most) * 100)}%`, short: short.format(first), long: long.format(first) };
    });
  });
}
