import { Component, input } from '@angular/core';

/** Everything that can be done on a page, each with what follows from it (`sp-act-line`). */
@Component({
  selector: 'sp-act-list',
  template: `
    <h2>{{ title() }}</h2>
    <div class="lines" role="list"><ng-content /></div>
  `,
  styleUrl: './act-list.scss',
})
export class ActList {
  readonly title = input.required<string>();
}
