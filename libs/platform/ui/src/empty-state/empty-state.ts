import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** What stands where there is nothing yet: says so, and what to do first (buttons inside). */
@Component({
  selector: 'sp-empty-state',
  imports: [Icon],
  template: `
    <sp-icon [name]="icon()" />
    <h2>{{ title() }}</h2>
    @if (hint(); as sentence) {
      <p>{{ sentence }}</p>
    }
    <ng-content />
  `,
  styleUrl: './empty-state.scss',
})
export class EmptyState {
  /** an icon that fits what is missing */
  readonly icon = input<IconName>('inbox');
  /** that there is nothing, in a few words */
  readonly title = input.required<string>();
  /** what to do first, or why that is fine */
  readonly hint = input<string>();
}
