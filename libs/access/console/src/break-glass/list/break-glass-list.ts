import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { BreakGlass } from '@smartpar/access/model';
import { Column, CountPipe, DistancePipe, freshOnReturn, Icon, keysetList, List, PageHeader, RowKeys } from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { BreakGlassState } from '../break-glass-state';

/** Every emergency in which somebody looked without asking, newest first. */
@Component({
  selector: 'sp-break-glass-list',
  imports: [BreakGlassState, CanPipe, Column, CountPipe, DistancePipe, Icon, List, MatButton, PageHeader, RouterLink, RowKeys, TranslocoPipe],
  templateUrl: './break-glass-list.html',
  styleUrl: './break-glass-list.scss',
})
export class BreakGlassList {
  readonly organizationId = input.required<string>();

  protected readonly emergencies = keysetList<BreakGlass>(() => ({ path: `/organizations/${this.organizationId()}/break-glasses` }));
  protected readonly keyOf = ({ id }: BreakGlass): string => id;
  protected readonly linkOf = ({ id }: BreakGlass) => ['/org', this.organizationId(), 'access', 'break-glass', id];

  constructor() {
    freshOnReturn(this.emergencies);
  }
}
