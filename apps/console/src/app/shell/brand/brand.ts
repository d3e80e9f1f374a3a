import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** The product's mark and name; leads to the first page. */
@Component({
  selector: 'sp-brand',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <a [routerLink]="to()">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <path d="M16 6.5 24 9.4v6.1c0 5-3.3 8.6-8 10-4.7-1.4-8-5-8-10V9.4z" />
        <path d="m12.3 15.9 2.7 2.7 4.9-5.3" />
      </svg>
      <span>{{ 'product' | transloco }}</span>
    </a>
  `,
  styleUrl: './brand.scss',
})
export class Brand {
  /** where it leads */
  readonly to = input('/');
}
