import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Lockbox } from '@smartpar/access/model';
import { Column, CountPipe, DistancePipe, freshOnReturn, Icon, keysetList, List, PageHeader, RowKeys, Why } from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { freshOnLockbox } from '../../changes/fresh-on-change';
import { LockboxWords } from '../lockbox-words';
import { LockboxStateChip } from '../state/lockbox-state';

/** Everything SmartPAR's staff asked to see of an organization, newest first. */
@Component({
  selector: 'sp-lockbox-list',
  imports: [CanPipe, Column, CountPipe, DistancePipe, Icon, List, LockboxStateChip, MatButton, PageHeader, RouterLink, RowKeys, TranslocoPipe, Why],
  templateUrl: './lockbox-list.html',
  styleUrl: './lockbox-list.scss',
})
export class LockboxList {
  protected readonly words = inject(LockboxWords);

  readonly organizationId = input.required<string>();

  protected readonly lockboxes = keysetList<Lockbox>(() => ({ path: `/organizations/${this.organizationId()}/lockboxes` }));
  protected readonly keyOf = ({ id }: Lockbox): string => id;
  protected readonly linkOf = ({ id }: Lockbox) => ['/org', this.organizationId(), 'access', 'lockbox', id];

  constructor() {
    freshOnReturn(this.lockboxes);
    freshOnLockbox(this.lockboxes);
  }
}
