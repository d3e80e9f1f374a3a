import { Component, input } from '@angular/core';

/** Everything that happened, oldest first: holds `sp-timeline-entry` parts. */
@Component({
  selector: 'sp-timeline',
  template: '<div class="entries" role="list" [attr.aria-label]="label()"><ng-content /></div>',
  styleUrl: './timeline.scss',
})
export class Timeline {
  /** what the timeline is of, for those who hear the page */
  readonly label = input.required<string>();
}
