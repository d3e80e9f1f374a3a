import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { BreakGlass } from '@smartpar/access/model';
import { Icon, type IconName } from '@smartpar/platform/ui';

type Stand = 'running' | 'waiting' | 'overdue' | 'justified' | 'not-justified';

const LOOKS: Readonly<Record<Stand, readonly [IconName, 'soon' | 'late' | 'still']>> = {
  running: ['eye', 'late'],
  waiting: ['clock', 'soon'],
  overdue: ['alert', 'late'],
  justified: ['check', 'still'],
  'not-justified': ['close', 'late'],
};

/** Where an emergency stands: running, to be reviewed, overdue, or what was found. */
export const standOf = ({ running, review, overdue }: Pick<BreakGlass, 'running' | 'review' | 'overdue'>): Stand => {
  if (review !== null) return review.outcome;
  if (running) return 'running';
  return overdue ? 'overdue' : 'waiting';
};

/** Where an emergency stands, in a word and an icon. */
@Component({
  selector: 'sp-break-glass-state',
  imports: [Icon, TranslocoPipe],
  template: `<sp-icon [name]="look()[0]" /><span>{{ 'breakGlass.state.' + stand() | transloco }}</span>`,
  styleUrl: '../styles/standing.scss',
  host: { '[class]': 'look()[1]' },
})
export class BreakGlassState {
  readonly of = input.required<Pick<BreakGlass, 'running' | 'review' | 'overdue'>>();

  protected readonly stand = computed(() => standOf(this.of()));
  protected readonly look = computed(() => LOOKS[this.stand()]);
}
