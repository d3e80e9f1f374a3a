import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReceiptLine } from '@smartpar/access/model';
import { Column, Icon, List, MomentPipe, PageHeader, keysetList } from '@smartpar/platform/ui';
import { EvaluationWords } from '../evaluation-words';

/** The signed receipts of all evaluations, month by month. */
@Component({
  selector: 'sp-receipts-page',
  imports: [Column, Icon, List, MomentPipe, PageHeader, RouterLink, TranslocoPipe],
  templateUrl: './receipts-page.html',
})
export class ReceiptsPage {
  protected readonly words = inject(EvaluationWords);

  readonly organizationId = input.required<string>();

  protected readonly receipts = keysetList<ReceiptLine>(() => ({ path: `/organizations/${this.organizationId()}/evaluation-receipts` }));
  protected readonly keyOf = ({ id }: ReceiptLine): string => id;
  protected readonly linkOf = ({ id }: ReceiptLine): readonly string[] => ['/org', this.organizationId(), 'access', 'evaluations', 'receipts', id];
}
