import { Directive, TemplateRef, inject, input } from '@angular/core';
import type { KeysetList } from '../keyset-list/keyset-list';

/** What a column's template is given. */
export interface ColumnContext<T> {
  readonly $implicit: T;
}

/**
 * One column of a list: `*spColumn="let request of requests; label: 'Reference'; width: '140px'"`.
 * The first column is the one a row is known by.
 */
@Directive({ selector: '[spColumn]' })
export class Column<T> {
  readonly template = inject<TemplateRef<ColumnContext<T>>>(TemplateRef);

  /** the list whose rows are shown */
  readonly of = input.required<KeysetList<T>>({ alias: 'spColumnOf' });
  /** heading, and the word beside the value on a phone */
  readonly label = input.required<string>({ alias: 'spColumnLabel' });
  /** a CSS grid track, such as `140px` or `minmax(0, 2fr)` */
  readonly width = input('minmax(0, 1fr)', { alias: 'spColumnWidth' });

  /** Tells the template's type checker what a row is. */
  static ngTemplateContextGuard<T>(_column: Column<T>, context: unknown): context is ColumnContext<T> {
    return context !== undefined;
  }
}
