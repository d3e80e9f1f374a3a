import { DOCUMENT } from '@angular/common';
import { Component, afterNextRender, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { LEAVER_PATH } from '@smartpar/members/model';
import { DayPipe, Icon } from '@smartpar/platform/ui';

/** The letter of somebody whom no mail reaches: their code, and where it is typed. It names nobody, and is shown this once. */
@Component({
  selector: 'sp-leaver-letter',
  imports: [DayPipe, Icon, MatButton, TranslocoPipe],
  templateUrl: './letter.html',
  styleUrl: './letter.scss',
  host: { class: 'sp-card' },
})
export class Letter {
  private readonly document = inject(DOCUMENT);

  readonly code = input.required<string>();
  /** of whom it is, as whoever hands it over knows them */
  readonly number = input<string>();
  readonly until = input.required<string>();

  protected readonly address = computed(() => `${this.document.location.origin}${LEAVER_PATH}`);

  constructor() {
    // it takes the place of what was pressed: whoever reads on begins at its title
    afterNextRender(() => this.document.querySelector<HTMLElement>('h1')?.focus());
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
