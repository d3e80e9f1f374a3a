import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { DELAY_WORDS, type LedgerDelayView } from '@smartpar/access/model';
import {
  Act,
  Api,
  ClockChip,
  DecisionPanel,
  Icon,
  Language,
  MomentPipe,
  PageHeader,
  Pending,
  ProblemNote,
  Toasts,
  apiAddress,
  problemOf,
} from '@smartpar/platform/ui';
import { type Decision, type Problem } from '@smartpar/platform/ui';
import { ViolationWords } from '../../violations/violation-words';

/** One look that somebody wants told later: which one, on what ground, and the decision. A and D lead to the two buttons. */
@Component({
  selector: 'sp-delay-page',
  imports: [ClockChip, DecisionPanel, Icon, MomentPipe, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './delay-page.html',
  styleUrl: '../../styles/case-page.scss',
})
export class DelayPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly act = new Act();
  protected readonly words = inject(ViolationWords);

  readonly organizationId = input.required<string>();
  readonly delayId = input.required<string>();

  protected readonly delay = httpResource<LedgerDelayView>(() => apiAddress(this.path()));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly short = signal(false);
  protected readonly busy = signal(false);
  protected readonly least = DELAY_WORDS.min;

  protected async decide({ verdict, reason }: Decision): Promise<void> {
    this.problem.set(null);
    this.short.set(reason.length < this.least);
    if (this.short()) return;
    this.busy.set(true);
    const outcome = verdict === 'yes' ? 'approve' : 'refuse';
    try {
      this.delay.set(await this.api.post<LedgerDelayView>(`${this.path()}/decision`, { outcome, words: reason }, this.act));
      this.toasts.show(this.language.say(`access.delays.decided.${outcome}`));
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      if (problem.status === 409) this.delay.reload();
    } finally {
      this.busy.set(false);
    }
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/ledger-delays/${this.delayId()}`;
  }
}
