import { Component, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** One thing that can be done: its word, and what follows from it. */
@Component({
  selector: 'sp-act-line',
  imports: [Icon],
  template: `
    <button
      type="button"
      [class.now]="current()"
      [attr.aria-current]="current() ? 'true' : null"
      [attr.aria-disabled]="waiting() ? 'true' : null"
      (click)="choose()"
    >
      <sp-icon [name]="icon()" />
      <span
        ><span class="word">{{ word() }}</span
        >&ngsp;<span class="meaning">{{ meaning() }}</span></span
      >
    </button>
  `,
  styleUrl: './act-line.scss',
  host: { role: 'listitem' },
})
export class ActLine {
  readonly icon = input.required<IconName>();
  /** what is done */
  readonly word = input.required<string>();
  /** what follows from it */
  readonly meaning = input.required<string>();
  /** whether it is what is being done now */
  readonly current = input(false);
  /** whether something else is still under way: a press does nothing until then */
  readonly waiting = input(false);
  readonly chosen = output();

  protected choose(): void {
    if (!this.waiting()) this.chosen.emit();
  }
}
