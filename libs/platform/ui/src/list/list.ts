import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, computed, contentChildren, effect, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EmptyState } from '../empty-state/empty-state';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';
import type { KeysetList } from '../keyset-list/keyset-list';
import { Pending } from '../pending/pending';
import { Column } from './column';

/**
 * A list read by key: a table, cards where there is little room. Rows out of sight cost the browser nothing; the next
 * page comes when the end comes into sight, or by its button. Says what is the matter when there is nothing to show.
 */
@Component({
  selector: 'sp-list',
  imports: [EmptyState, Icon, MatButton, NgTemplateOutlet, Pending, RouterLink, TranslocoPipe],
  templateUrl: './list.html',
  styleUrl: './list.scss',
  host: { '[style.--sp-columns]': 'tracks()' },
})
export class List<T> {
  private readonly end = viewChild<ElementRef<HTMLElement>>('end');

  /** what is shown */
  readonly of = input.required<KeysetList<T>>();
  /** what the list holds, for those who hear the page */
  readonly label = input.required<string>();
  /** what tells one row from another */
  readonly key = input.required<(item: T) => string>();
  /** where a row leads; without it rows lead nowhere */
  readonly link = input<(item: T) => string | readonly unknown[]>();
  readonly emptyTitle = input.required<string>();
  readonly emptyHint = input<string>();
  readonly emptyIcon = input<IconName>('inbox');

  protected readonly columns = contentChildren<Column<T>>(Column);
  protected readonly tracks = computed(() => [...this.columns().map((column) => column.width()), ...(this.link() ? ['20px'] : [])].join(' '));
  protected readonly read = computed(() => {
    const list = this.of();
    return { isLoading: list.loading, error: list.problem, reload: list.reload };
  });

  constructor() {
    const watched = typeof IntersectionObserver === 'undefined' ? null : this.watch();
    effect((onCleanup) => {
      const element = this.end()?.nativeElement;
      if (element === undefined || watched === null) return;
      watched.observe(element);
      onCleanup(() => watched.unobserve(element));
    });
  }

  private watch(): IntersectionObserver {
    return new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting) && this.of().problem() === null) this.of().loadMore();
    });
  }
}
