import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@smartpar/platform/ui';
import { WhereAmI } from '../where-am-i';

/** The ways through this face, with icons and words: a column at the side, a bar at the bottom of a phone. */
@Component({
  selector: 'sp-rail',
  imports: [Icon, RouterLink, RouterLinkActive, TranslocoPipe],
  templateUrl: './rail.html',
  styleUrl: './rail.scss',
  host: { '[class.bar]': "shape() === 'bar'" },
})
export class Rail {
  /** a column, or a bar */
  readonly shape = input<'column' | 'bar'>('column');

  private readonly where = inject(WhereAmI);
  protected readonly ways = computed(() => this.where.rail().filter(({ entry }) => this.shape() === 'column' || entry.place === 'rail'));
  protected readonly exact = { paths: 'exact', queryParams: 'ignored', fragment: 'ignored', matrixParams: 'ignored' } as const;
  protected readonly below = { paths: 'subset', queryParams: 'ignored', fragment: 'ignored', matrixParams: 'ignored' } as const;
}
