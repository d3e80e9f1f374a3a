import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LockboxState as State } from '@smartpar/access/model';
import { Icon, type IconName } from '@smartpar/platform/ui';

const LOOKS: Readonly<Record<State, readonly [IconName, 'soon' | 'late' | 'still']>> = {
  waiting: ['clock', 'soon'],
  running: ['eye', 'late'],
  dismissed: ['close', 'still'],
  lapsed: ['clock', 'still'],
  withdrawn: ['undo', 'still'],
  over: ['check', 'still'],
  invalidated: ['lock', 'still'],
  returned: ['check', 'still'],
};

/** Where a lockbox stands, in a word and an icon. */
@Component({
  selector: 'sp-lockbox-state',
  imports: [Icon, TranslocoPipe],
  template: `<sp-icon [name]="look()[0]" /><span>{{ 'lockbox.state.' + state() | transloco }}</span>`,
  styleUrl: '../../styles/standing.scss',
  host: { '[class]': 'look()[1]' },
})
export class LockboxStateChip {
  readonly state = input.required<State>();

  protected readonly look = computed(() => LOOKS[this.state()]);
}
