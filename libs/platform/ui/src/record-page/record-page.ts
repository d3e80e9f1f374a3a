import { Component, ElementRef, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { isTyping } from '../keys/typing';

/**
 * One record: facts (`[facts]`) at the start, what happened in the middle (its content), what can be done
 * (`[actions]`) at the end, and where one writes (`[writing]`) under what happened; one column on a phone, in that
 * order. J and K lead to its neighbours.
 */
@Component({
  selector: 'sp-record-page',
  templateUrl: './record-page.html',
  styleUrl: './record-page.scss',
  host: { '(document:keydown)': 'press($event)' },
})
export class RecordPage {
  private readonly router = inject(Router);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** headings of the three columns, for those who hear the page */
  readonly factsLabel = input.required<string>();
  readonly actionsLabel = input.required<string>();
  /** addresses of the neighbours in the list the reader came from */
  readonly next = input<string | null>();
  readonly previous = input<string | null>();

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || this.element.closest('[inert]') !== null) return;
    const address = { j: this.next(), k: this.previous() }[event.key];
    if (address) void this.router.navigateByUrl(address);
  }
}
