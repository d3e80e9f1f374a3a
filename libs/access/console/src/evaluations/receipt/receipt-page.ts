import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SignedReceipt } from '@smartpar/access/model';
import { CopyButton, DayPipe, Icon, MomentPipe, PageHeader, Pending, SavedFiles, apiAddress } from '@smartpar/platform/ui';
import { EvaluationWords } from '../evaluation-words';

/** The signed receipt of one month: what was evaluated, under which agreement, and how to check that it is true. */
@Component({
  selector: 'sp-receipt-page',
  imports: [CopyButton, DayPipe, Icon, MatButton, MomentPipe, PageHeader, Pending, RouterLink, TranslocoPipe],
  templateUrl: './receipt-page.html',
  styleUrl: './receipt-page.scss',
})
export class ReceiptPage {
  private readonly files = inject(SavedFiles);
  protected readonly words = inject(EvaluationWords);

  readonly organizationId = input.required<string>();
  readonly receiptId = input.required<string>();

  protected readonly signed = httpResource<SignedReceipt>(() => apiAddress(`/organizations/${this.organizationId()}/evaluation-receipts/${this.receiptId()}`));

  protected download(signed: SignedReceipt): void {
    const content = new Blob([JSON.stringify(signed, null, 2)], { type: 'application/json' });
    this.files.save(`evaluations-${signed.receipt.month}.json`, content);
  }
}
