import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberStatus as Status } from '@smartpar/members/model';
import { Icon, type IconName } from '@smartpar/platform/ui';

const ICONS: Readonly<Record<Status, IconName>> = {
  invited: 'mail',
  active: 'check',
  suspended: 'pause',
  deactivated: 'sign-out',
  'de-identified': 'person',
};

/** Where a member stands, by icon, word and colour. */
@Component({
  selector: 'sp-member-status',
  imports: [Icon, TranslocoPipe],
  template: `<sp-icon [name]="icon()" />{{ 'members.status.' + status() | transloco }}`,
  styleUrl: './member-status.scss',
  host: { '[class]': 'status()' },
})
export class MemberStatus {
  readonly status = input.required<Status>();

  protected readonly icon = computed(() => ICONS[this.status()]);
}
