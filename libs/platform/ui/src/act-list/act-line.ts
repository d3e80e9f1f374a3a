import { NgTemplateOutlet } from '@angular/common';
import { Component, input, output } from '@angular/core';
import { RouterLink, type UrlTree } from '@angular/router';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** One thing that can be done: its word, and what follows from it. It is done here, or on the page it leads to. */
@Component({
  selector: 'sp-act-line',
  imports: [Icon, NgTemplateOutlet, RouterLink],
  templateUrl: './act-line.html',
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
  /** where it is done, for what is not done here */
  readonly link = input<UrlTree>();
  readonly chosen = output();

  protected choose(): void {
    if (!this.waiting()) this.chosen.emit();
  }
}
