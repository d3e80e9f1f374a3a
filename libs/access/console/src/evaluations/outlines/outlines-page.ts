import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AlertOutline } from '@smartpar/access/model';
import { Column, DayPipe, Icon, List, PageHeader, keysetList } from '@smartpar/platform/ui';
import { EvaluationWords } from '../evaluation-words';

/** Alerts as such: when, how often and as which role, and nothing about whom. */
@Component({
  selector: 'sp-outlines-page',
  imports: [Column, DayPipe, Icon, List, PageHeader, RouterLink, TranslocoPipe],
  templateUrl: './outlines-page.html',
})
export class OutlinesPage {
  protected readonly words = inject(EvaluationWords);

  readonly organizationId = input.required<string>();

  protected readonly alerts = keysetList<AlertOutline>(() => ({ path: `/organizations/${this.organizationId()}/evaluation-alerts` }));
  protected readonly keyOf = ({ id }: AlertOutline): string => id;
}
