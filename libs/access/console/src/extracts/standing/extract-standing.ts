import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ExtractStanding } from '@smartpar/access/model';
import { Icon, type IconName } from '@smartpar/platform/ui';

const LOOKS: Readonly<Record<ExtractStanding, readonly [IconName, 'soon' | 'late' | 'still']>> = {
  requested: ['clock', 'soon'],
  refused: ['close', 'still'],
  lapsed: ['clock', 'still'],
  withdrawn: ['undo', 'still'],
  running: ['refresh', 'soon'],
  ready: ['download', 'still'],
  stopped: ['alert', 'late'],
  gone: ['trash', 'still'],
};

/** Where an extract stands, in a word and an icon. */
@Component({
  selector: 'sp-extract-standing',
  imports: [Icon, TranslocoPipe],
  template: `<sp-icon [name]="look()[0]" /><span>{{ 'extracts.standing.' + standing() | transloco }}</span>`,
  styleUrl: '../../styles/standing.scss',
  host: { '[class]': 'look()[1]' },
})
export class ExtractStandingChip {
  readonly standing = input.required<ExtractStanding>();

  protected readonly look = computed(() => LOOKS[this.standing()]);
}
