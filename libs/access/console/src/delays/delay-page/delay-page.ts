import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { DELAY_WORDS, type LedgerDelayView } from '@smartpar/access/model';
import {
  Api,
  ClockChip,
  Icon,
  Language,
  MomentPipe,
  PageHeader,
  Pending,
  Toasts,
  apiAddress,
  type Act,
  type Decision,
  type Problem,
} from '@smartpar/platform/ui';
import { CaseDecision } from '../../cases/case-decision';
import { ViolationWords } from '../../violations/violation-words';

/** One look that somebody wants told later: which one, on what ground, and the decision. A and D lead to the two buttons. */
@Component({
  selector: 'sp-delay-page',
  imports: [CaseDecision, ClockChip, Icon, MomentPipe, PageHeader, Pending, RouterLink, TranslocoPipe],
  templateUrl: './delay-page.html',
  styleUrl: '../../styles/case-page.scss',
})
export class DelayPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly words = inject(ViolationWords);

  readonly organizationId = input.required<string>();
  readonly delayId = input.required<string>();

  protected readonly delay = httpResource<LedgerDelayView>(() => apiAddress(this.path()));
  protected readonly least = DELAY_WORDS.min;
  protected readonly decide = async ({ verdict, reason }: Decision, act: Act): Promise<void> => {
    const outcome = verdict === 'yes' ? 'approve' : 'refuse';
    this.delay.set(await this.api.post<LedgerDelayView>(`${this.path()}/decision`, { outcome, words: reason }, act));
    this.toasts.show(this.language.say(`access.delays.decided.${outcome}`));
  };

  protected refused({ status }: Problem): void {
    if (status === 409) this.delay.reload();
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/ledger-delays/${this.delayId()}`;
  }
}
