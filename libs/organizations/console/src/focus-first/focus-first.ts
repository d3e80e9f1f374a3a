import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** A form that appears because somebody asked for it: the first field is ready to be typed in. */
@Directive({ selector: 'form[spFocusFirst]' })
export class FocusFirst {
  private readonly form = inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement;

  constructor() {
    afterNextRender(() => this.form.querySelector<HTMLElement>('input, select, textarea')?.focus());
  }
}
