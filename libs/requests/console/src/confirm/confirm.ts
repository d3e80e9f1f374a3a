import { Component, computed, inject, resource, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Act, Api, MomentPipe, PageHeader, Pending, ProblemNote, problemOf, sending, linkToken } from '@smartpar/platform/ui';
import type { ConfirmationPreview, QuestionReceipt } from '@smartpar/requests/model';
import type { ConfirmationRenewed } from '../answers';
import { ChoiceCards } from '../choice-cards/choice-cards';
import { Receipt } from '../receipt/receipt';

/** Statuses that say the link itself is no good, now or ever. */
const UNREADABLE: ReadonlySet<number> = new Set([400, 404, 422]);

/** Codes that say the link has changed its state since the page was opened. */
const OUTDATED: ReadonlySet<string> = new Set(['link.expired', 'link.used']);

/** Where a confirmation link leads. Opening it spends nothing: mail scanners open links too. Its button hands the question over. */
@Component({
  selector: 'sp-confirm',
  imports: [ChoiceCards, FormField, MatButton, MomentPipe, PageHeader, Pending, ProblemNote, Receipt, RouterLink, TranslocoPipe],
  templateUrl: './confirm.html',
  styleUrl: './confirm.scss',
})
export class Confirm {
  private readonly api = inject(Api);
  private readonly token = linkToken('confirm');

  protected readonly preview = resource({
    params: () => this.token.opened(),
    loader: ({ params: { token } }) => this.api.post<ConfirmationPreview>('/questions/confirmation/preview', { token }),
  });
  protected readonly unreadable = computed(() => this.token.value() === null || UNREADABLE.has(this.failure()?.status ?? 0));
  protected readonly choices = computed(() =>
    (this.preview.hasValue() ? this.preview.value().choices : []).map(({ organizationId, name }) => ({ value: organizationId, label: name })),
  );

  protected readonly sites = computed(() =>
    (this.preview.hasValue() ? this.preview.value().sites : []).map(({ siteId, name }) => ({ value: siteId, label: name })),
  );

  protected readonly form = form(signal({ organizationId: '', siteId: '' }), (path) => {
    required(path.organizationId, { when: () => this.choices().length > 0 });
    required(path.siteId, { when: () => this.sites().length > 0 });
  });
  protected readonly handover = sending(this.form, ({ organizationId, siteId }, act) =>
    this.api.post<QuestionReceipt>(
      '/questions/confirmation',
      { token: this.token.value(), ...(organizationId !== '' && { organizationId }), ...(siteId !== '' && { siteId }) },
      act,
    ),
  );
  protected readonly receipt = signal<QuestionReceipt | null>(null);

  protected readonly renewal = sending(form(signal({})), (_nothing, act: Act) =>
    this.api.post<ConfirmationRenewed>('/questions/confirmation/renewal', { token: this.token.value() }, act),
  );
  protected readonly renewed = signal<ConfirmationRenewed | null>(null);

  private readonly failure = computed(() => (this.preview.error() === undefined ? null : problemOf(this.preview.error())));

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const receipt = await this.handover.send();
    if (receipt !== undefined) {
      this.receipt.set(receipt);
    } else if (OUTDATED.has(this.handover.problem()?.code ?? '')) {
      this.preview.reload();
    }
  }

  protected async renew(): Promise<void> {
    this.renewed.set((await this.renewal.send()) ?? null);
  }
}
