import { Component, computed, input } from '@angular/core';
import { ICON_PATHS, type IconName } from './icon-paths';

/** Icons that point along the line of reading and turn round where it runs from right to left. */
const DIRECTED: ReadonlySet<IconName> = new Set(['arrow-back', 'arrow-forward', 'chevron-forward', 'external', 'reply', 'sign-in', 'sign-out', 'undo']);

/** One icon beside its word. It is decoration: the word says it all, so screen readers pass over it. */
@Component({
  selector: 'sp-icon',
  template: '<svg viewBox="0 0 24 24" focusable="false"><path [attr.d]="path()" /></svg>',
  styleUrl: './icon.scss',
  host: { class: 'mat-icon', 'aria-hidden': 'true', '[class.directed]': 'directed()' },
})
export class Icon {
  /** which icon */
  readonly name = input.required<IconName>();

  protected readonly path = computed(() => ICON_PATHS[this.name()]);
  protected readonly directed = computed(() => DIRECTED.has(this.name()));
}
