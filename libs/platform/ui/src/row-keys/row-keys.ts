import { Directive, ElementRef, inject } from '@angular/core';
import { isTyping } from '../keys/typing';

/** J and K move from row to row of the list inside; Enter opens the row, as with any link. Where rows lead nowhere they move from box to box. */
@Directive({ selector: '[spRowKeys]', host: { '(document:keydown)': 'press($event)' } })
export class RowKeys {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected press(event: KeyboardEvent): void {
    const steps = { j: 1, k: -1 }[event.key];
    if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const rows = [...this.element.querySelectorAll('[role=row]')].filter((row) => goalIn(row) !== null);
    const here = rows.findIndex((row) => row.contains(document.activeElement));
    const next = here < 0 ? rows[0] : rows[here + steps];
    if (next !== undefined) goalIn(next)?.focus();
  }
}

const goalIn = (row: Element): HTMLElement | null => row.querySelector<HTMLElement>('a') ?? row.querySelector<HTMLElement>('input[type=checkbox]');
