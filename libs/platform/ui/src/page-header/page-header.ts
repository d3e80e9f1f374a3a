import { Component, effect, inject, input } from '@angular/core';
import { PageHeading } from './page-heading';

/** Begins every page: its title, one sentence that says what it is for, and what can be done here (`[actions]`). */
@Component({
  selector: 'sp-page-header',
  templateUrl: './page-header.html',
  styleUrl: './page-header.scss',
})
export class PageHeader {
  private readonly heading = inject(PageHeading);

  /** the page's title; focus comes here after navigation */
  readonly title = input.required<string>();
  /** one sentence: what the page is for */
  readonly purpose = input<string>();

  constructor() {
    effect((onCleanup) => {
      const title = this.title();
      this.heading.show(title);
      onCleanup(() => this.heading.leave(title));
    });
  }
}
