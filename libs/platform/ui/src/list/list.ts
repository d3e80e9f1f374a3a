import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, computed, contentChildren, effect, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EmptyState } from '../empty-state/empty-state';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';
import type { KeysetList } from '../keyset-list/keyset-list';
import { isTyping } from '../keys/typing';
import { Pending } from '../pending/pending';
import type { Selection } from '../selection/selection';
import { Column } from './column';

/**
 * A list read by key: a table, cards where there is little room. Rows out of sight cost the browser nothing; the next
 * page comes when the end comes into sight, or by its button. Says what is the matter when there is nothing to show.
 * With a selection each row can be picked: by its box, by X on the row, and with Shift as a range.
 */
@Component({
  selector: 'sp-list',
  imports: [EmptyState, Icon, MatButton, NgTemplateOutlet, Pending, RouterLink, TranslocoPipe],
  templateUrl: './list.html',
  styleUrl: './list.scss',
  host: { '[style.--sp-columns]': 'tracks()', '(keydown)': 'press($event)' },
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
  /** what of it is picked; without it nothing can be */
  readonly selection = input<Selection<T>>();
  readonly emptyTitle = input.required<string>();
  readonly emptyHint = input<string>();
  readonly emptyIcon = input<IconName>('inbox');

  protected readonly columns = contentChildren<Column<T>>(Column);
  protected readonly tracks = computed(() =>
    [...(this.selection() ? ['24px'] : []), ...this.columns().map((column) => column.width()), ...(this.link() ? ['20px'] : [])].join(' '),
  );
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

  /** A box that was pressed shows what is picked now, also where there was no room for more. */
  protected pick(item: T, event: MouseEvent, box: HTMLInputElement): void {
    const selection = this.selection();
    selection?.toggle(item, event.shiftKey ? 'range' : 'one');
    setTimeout(() => (box.checked = selection?.has(item) ?? false));
  }

  protected press(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'x' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !(event.target instanceof Element))
      return;
    const row = event.target.closest('.body .row');
    const item = this.of().items()[[...(row?.parentElement?.children ?? [])].findIndex((one) => one === row)];
    if (item !== undefined) this.selection()?.toggle(item, event.shiftKey ? 'range' : 'one');
  }

  private watch(): IntersectionObserver {
    return new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting) && this.of().problem() === null) this.of().loadMore();
    });
  }
}
