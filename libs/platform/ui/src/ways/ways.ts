import { Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** A way to one page of a part of the product. */
export interface Way {
  /** where it leads: `/org/o1/settings/profile` */
  readonly address: string;
  /** text key */
  readonly label: string;
}

/** The ways through a part of the product, above whichever of its pages is open. */
@Component({
  selector: 'sp-ways',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  templateUrl: './ways.html',
  styleUrl: './ways.scss',
})
export class Ways {
  /** what they lead through, in the reader's language */
  readonly label = input.required<string>();
  readonly ways = input.required<readonly Way[]>();
}
