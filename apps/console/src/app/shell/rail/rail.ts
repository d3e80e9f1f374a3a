import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, openAddress, Popover } from '@smartpar/platform/ui';
import { WhereAmI } from '../where-am-i';

/** How many words have room beside each other on the smallest phone. */
const MOST_IN_BAR = 5;

/** The ways through this face, with icons and words: a column at the side, a bar at the bottom of a phone, whose last word opens what has no room in it. */
@Component({
  selector: 'sp-rail',
  imports: [Icon, Popover, RouterLink, RouterLinkActive, TranslocoPipe],
  templateUrl: './rail.html',
  styleUrl: './rail.scss',
  host: { '[class.bar]': "shape() === 'bar'" },
})
export class Rail {
  /** a column, or a bar */
  readonly shape = input<'column' | 'bar'>('column');

  private readonly where = inject(WhereAmI);
  private readonly url = openAddress();
  protected readonly ways = computed(() => {
    const ways = this.where.rail();
    return this.shape() === 'column' || ways.length <= MOST_IN_BAR ? ways : ways.slice(0, MOST_IN_BAR - 1);
  });
  /** what has no room in the bar */
  protected readonly others = computed(() => this.where.rail().slice(this.ways().length));
  protected readonly inOthers = computed(() => {
    const [path = ''] = this.url().split(/[?#]/);
    return this.others().some(({ address }) => `${path}/`.startsWith(`${address}/`));
  });
  protected readonly exact = { paths: 'exact', queryParams: 'ignored', fragment: 'ignored', matrixParams: 'ignored' } as const;
  protected readonly below = { paths: 'subset', queryParams: 'ignored', fragment: 'ignored', matrixParams: 'ignored' } as const;
}
