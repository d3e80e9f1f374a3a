import { Component, DOCUMENT, ElementRef, afterNextRender, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CopyButton, DayPipe, Icon, PageHeader } from '@smartpar/platform/ui';
import type { QuestionReceipt } from '@smartpar/requests/model';
import { Answering } from './answering/answering';

/** What the person gets once the question is handed over: reference, who answers, by when, and the private link. */
@Component({
  selector: 'sp-receipt',
  imports: [Answering, CopyButton, DayPipe, Icon, MatButton, PageHeader, RouterLink, TranslocoPipe],
  templateUrl: './receipt.html',
  styleUrl: './receipt.scss',
})
export class Receipt {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly origin = inject(DOCUMENT).location.origin;

  readonly receipt = input.required<QuestionReceipt>();

  constructor() {
    afterNextRender(() => this.element.querySelector('h1')?.focus());
  }

  protected fragmentOf(token: string): string {
    return `t=${token}`;
  }

  protected linkOf(token: string): string {
    return `${this.origin}/follow#${this.fragmentOf(token)}`;
  }
}
