import { Directive, ElementRef, inject } from '@angular/core';
import { isTyping } from '../keys/typing';

/** J and K move from row to row of the list inside; Enter opens the row, as with any link. */
@Directive({ selector: '[spRowKeys]', host: { '(document:keydown)': 'press($event)' } })
export class RowKeys {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected press(event: KeyboardEvent): void {
    const steps = { j: 1, k: -1 }[event.key];
    if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const links = [...this.element.querySelectorAll<HTMLElement>('[role=row] a')];
    const here = links.findIndex((link) => link.closest('[role=row]')?.contains(document.activeElement) ?? false);
    const next = here < 0 ? links[0] : links[here + steps];
    next?.focus();
  }
}
