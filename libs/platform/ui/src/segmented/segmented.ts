import { Component, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** One of a few answers. */
export interface Choice {
  readonly value: string;
  /** the word, already in the reader's language */
  readonly label: string;
  readonly icon?: IconName;
}

let made = 0;

/** One of two to five answers, all in sight. Works by itself (`[(value)]`) and in a form (`[formField]`). */
@Component({
  selector: 'sp-segmented',
  imports: [Icon],
  templateUrl: './segmented.html',
  styleUrl: './segmented.scss',
})
export class Segmented implements FormValueControl<string> {
  /** what is asked */
  readonly label = input.required<string>();
  /** the question is written elsewhere: say it only to those who hear the page */
  readonly labelHidden = input(false);
  readonly choices = input.required<readonly Choice[]>();
  readonly value = model('');
  readonly disabled = input(false);
  readonly touch = output();

  protected readonly group = `sp-segmented-${++made}`;
}
