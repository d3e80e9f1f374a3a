import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { VolumeAlertLine } from '@smartpar/access/model';
import { Column, DayPipe, List, PageHeader, Why, keysetList } from '@smartpar/platform/ui';
import { EvaluationWords } from '../evaluation-words';

/** Days on which somebody looked unusually often, newest first; by number, for those who look after it. */
@Component({
  selector: 'sp-alerts-page',
  imports: [Column, DayPipe, List, PageHeader, TranslocoPipe, Why],
  templateUrl: './alerts-page.html',
})
export class AlertsPage {
  protected readonly words = inject(EvaluationWords);

  readonly organizationId = input.required<string>();

  protected readonly alerts = keysetList<VolumeAlertLine>(() => ({ path: `/organizations/${this.organizationId()}/volume-alerts` }));
  protected readonly keyOf = ({ id }: VolumeAlertLine): string => id;
  protected readonly linkOf = ({ id }: VolumeAlertLine): readonly string[] => ['/org', this.organizationId(), 'access', 'alerts', id];
}
