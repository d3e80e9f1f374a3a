import { Directive, ElementRef, inject, input } from '@angular/core';
import { isTyping } from './typing';

/** A button that a key leads to from anywhere on the page. Enter presses it then, so that nothing is decided by a slip of the finger. */
@Directive({
  selector: 'button[spGoesByKey]',
  host: { '[attr.aria-keyshortcuts]': 'spGoesByKey()', '(document:keydown)': 'press($event)' },
})
export class GoesByKey {
  private readonly button = inject<ElementRef<HTMLButtonElement>>(ElementRef).nativeElement;

  /** the key, as it is written on a keyboard: `A` */
  readonly spGoesByKey = input.required<string>();

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key.toUpperCase() !== this.spGoesByKey()) return;
    event.preventDefault();
    this.button.focus();
  }
}
