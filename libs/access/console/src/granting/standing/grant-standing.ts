import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GrantStanding } from '@smartpar/access/model';
import { Icon, type IconName } from '@smartpar/platform/ui';

const LOOKS: Readonly<Record<GrantStanding, readonly [IconName, 'soon' | 'late' | 'still']>> = {
  requested: ['clock', 'soon'],
  scheduled: ['clock', 'still'],
  live: ['eye', 'late'],
  expired: ['check', 'still'],
  refused: ['close', 'still'],
  lapsed: ['clock', 'still'],
  withdrawn: ['undo', 'still'],
  revoked: ['lock', 'still'],
};

/** Where a grant stands, in a word and an icon. */
@Component({
  selector: 'sp-grant-standing',
  imports: [Icon, TranslocoPipe],
  template: `<sp-icon [name]="look()[0]" /><span>{{ 'granting.standing.' + standing() | transloco }}</span>`,
  styleUrl: '../../styles/standing.scss',
  host: { '[class]': 'look()[1]' },
})
export class GrantStandingChip {
  readonly standing = input.required<GrantStanding>();

  protected readonly look = computed(() => LOOKS[this.standing()]);
}
