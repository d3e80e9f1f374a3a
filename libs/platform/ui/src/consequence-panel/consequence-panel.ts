import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** One thing that will follow: something goes, stays, is told to somebody, or can be taken back for a while. */
export interface Consequence {
  readonly kind: 'goes' | 'stays' | 'told' | 'undo';
  /** in the reader's language, with figures: "214 records are deleted" */
  readonly text: string;
}

const ICONS: Readonly<Record<Consequence['kind'], IconName>> = { goes: 'trash', stays: 'lock', told: 'mail', undo: 'undo' };

let made = 0;

/** Says before an act what will follow from it: to how many, what stays and why, and until when it can be undone. */
@Component({
  selector: 'sp-consequence-panel',
  imports: [Icon],
  templateUrl: './consequence-panel.html',
  styleUrl: './consequence-panel.scss',
})
export class ConsequencePanel {
  /** what this is about: "If you close this request" */
  readonly heading = input.required<string>();
  readonly consequences = input.required<readonly Consequence[]>();

  protected readonly icons = ICONS;
  protected readonly id = `sp-consequences-${++made}`;
}
