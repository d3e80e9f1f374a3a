import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReviewState } from '@smartpar/access/model';
import { Icon, type IconName } from '@smartpar/platform/ui';

const LOOKS: Readonly<Record<ReviewState, readonly [IconName, 'soon' | 'late' | 'still']>> = {
  running: ['clock', 'soon'],
  closing: ['clock', 'soon'],
  closed: ['check', 'still'],
  stopped: ['close', 'still'],
};

/** Where a review stands, in a word and an icon. */
@Component({
  selector: 'sp-review-state',
  imports: [Icon, TranslocoPipe],
  template: `<sp-icon [name]="look()[0]" /><span>{{ 'reviews.state.' + state() | transloco }}</span>`,
  styleUrl: '../styles/standing.scss',
  host: { '[class]': 'look()[1]' },
})
export class ReviewStateChip {
  readonly state = input.required<ReviewState>();

  protected readonly look = computed(() => LOOKS[this.state()]);
}
