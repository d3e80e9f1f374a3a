import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { freshOnLockbox, LockboxStateChip, LockboxWords, Session } from '@smartpar/access/console';
import type { StaffLockbox } from '@smartpar/access/model';
import { Column, DistancePipe, freshOnReturn, Icon, keysetList, List, PageHeader, RowKeys } from '@smartpar/platform/ui';

/** Everything a staff member asked to see of organizations, newest first. */
@Component({
  selector: 'sp-staff-lockboxes',
  imports: [Column, DistancePipe, Icon, List, LockboxStateChip, MatButton, PageHeader, RouterLink, RowKeys, TranslocoPipe],
  templateUrl: './staff-lockboxes.html',
  styleUrl: './staff-lockboxes.scss',
})
export class StaffLockboxes {
  private readonly session = inject(Session);
  protected readonly words = inject(LockboxWords);

  protected readonly lockboxes = keysetList<StaffLockbox>(() => {
    const workforce = this.session.workforce();
    return workforce === null ? undefined : { path: `/organizations/${workforce.organizationId}/oversight/lockboxes` };
  });
  protected readonly keyOf = ({ id }: StaffLockbox): string => id;
  protected readonly linkOf = ({ id }: StaffLockbox) => ['/oversight', 'lockboxes', id];

  constructor() {
    freshOnReturn(this.lockboxes);
    freshOnLockbox(this.lockboxes);
  }
}
