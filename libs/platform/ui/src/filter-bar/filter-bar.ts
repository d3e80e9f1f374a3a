import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import type { FilterValues, UrlFilters } from '../url-filters/url-filters';

/** Holds a list's filters (as its content) and takes them back all at once. */
@Component({
  selector: 'sp-filter-bar',
  imports: [Icon, MatButton, TranslocoPipe],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.scss',
  host: { role: 'search', '[attr.aria-label]': 'label()' },
})
export class FilterBar<F extends FilterValues> {
  /** the filters this bar shows */
  readonly filters = input.required<Pick<UrlFilters<F>, 'active' | 'clear'>>();
  /** what is filtered, for those who hear the page */
  readonly label = input.required<string>();

  protected readonly active = computed(() => this.filters().active());
}
