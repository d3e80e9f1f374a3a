import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LedgerDelayView } from '@smartpar/access/model';
import { ClockChip, Column, DayPipe, List, PageHeader, Why, keysetList } from '@smartpar/platform/ui';
import { ViolationWords } from '../../violations/violation-words';

/** Every look that is or was told later, newest first. */
@Component({
  selector: 'sp-delays-page',
  imports: [ClockChip, Column, DayPipe, List, PageHeader, TranslocoPipe, Why],
  templateUrl: './delays-page.html',
})
export class DelaysPage {
  protected readonly words = inject(ViolationWords);

  readonly organizationId = input.required<string>();

  protected readonly delays = keysetList<LedgerDelayView>(() => ({ path: `/organizations/${this.organizationId()}/ledger-delays` }));
  protected readonly keyOf = ({ id }: LedgerDelayView): string => id;
  protected readonly linkOf = ({ id }: LedgerDelayView): readonly string[] => ['/org', this.organizationId(), 'access', 'delays', id];
}
