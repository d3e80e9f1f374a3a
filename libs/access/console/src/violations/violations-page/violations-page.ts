import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ViolationLine } from '@smartpar/access/model';
import { ClockChip, Column, DayPipe, List, PageHeader, Why, keysetList } from '@smartpar/platform/ui';
import { ViolationWords } from '../violation-words';

/** Every report that somebody broke what they promised, newest first. */
@Component({
  selector: 'sp-violations-page',
  imports: [ClockChip, Column, DayPipe, List, PageHeader, TranslocoPipe, Why],
  templateUrl: './violations-page.html',
})
export class ViolationsPage {
  protected readonly words = inject(ViolationWords);

  readonly organizationId = input.required<string>();

  protected readonly violations = keysetList<ViolationLine>(() => ({ path: `/organizations/${this.organizationId()}/violations` }));
  protected readonly keyOf = ({ id }: ViolationLine): string => id;
  protected readonly linkOf = ({ id }: ViolationLine): readonly string[] => ['/org', this.organizationId(), 'access', 'violations', id];
}
