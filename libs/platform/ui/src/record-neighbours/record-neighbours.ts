import { Component, input } from '@angular/core';
import { RouterLink, type UrlTree } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';

/** The way from a record back to its list and on to its neighbours there; `RecordPage` takes J and K for the same. */
@Component({
  selector: 'sp-record-neighbours',
  imports: [Icon, RouterLink, TranslocoPipe],
  templateUrl: './record-neighbours.html',
  styleUrl: './record-neighbours.scss',
})
export class RecordNeighbours {
  /** name of these links, for those who hear the page */
  readonly label = input.required<string>();
  /** name of the list */
  readonly list = input.required<string>();
  /** where the list stands as it was left */
  readonly back = input.required<UrlTree | string>();
  /** what the list keeps out of its address, such as a person's name that was searched for */
  readonly state = input<Readonly<Record<string, unknown>>>();
  readonly previous = input<string | null>(null);
  readonly next = input<string | null>(null);
}
