import { Component, ElementRef, afterNextRender, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { DayPipe, MomentPipe, PageHeader } from '@smartpar/platform/ui';
import type { QuestionAsked } from '../../answers';

/** After asking: what to do now. It says the same whether the address, the account or the organization exist or not. */
@Component({
  selector: 'sp-sent',
  imports: [DayPipe, MatButton, MomentPipe, PageHeader, TranslocoPipe],
  templateUrl: './sent.html',
  styleUrl: './sent.scss',
})
export class Sent {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** what the server said */
  readonly asked = input.required<QuestionAsked>();
  /** the address was mistyped */
  readonly wrong = output();
  /** there is another question */
  readonly another = output();

  constructor() {
    afterNextRender(() => this.element.querySelector('h1')?.focus());
  }
}
