import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { VIOLATION_WORDS, type ViolationOutcome, type ViolationView } from '@smartpar/access/model';
import { Act, Api, ClockChip, Icon, Language, MomentPipe, PageHeader, Pending, ProblemNote, Toasts, apiAddress, problemOf } from '@smartpar/platform/ui';
import { DecisionPanel, type Decision, type Problem } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';
import { LookWords } from '../../ledger/look-words';
import { ViolationWords } from '../violation-words';

/** One reported violation: what happened, which looks, what others think, and the decision. A and D lead to the two buttons. */
@Component({
  selector: 'sp-violation-page',
  imports: [ClockChip, DecisionPanel, Icon, MomentPipe, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './violation-page.html',
  styleUrls: ['../../styles/case-page.scss', './violation-page.scss'],
})
export class ViolationPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly abilities = inject(Abilities);
  private readonly act = new Act();
  protected readonly words = inject(ViolationWords);
  protected readonly looks = inject(LookWords);

  readonly organizationId = input.required<string>();
  readonly violationId = input.required<string>();

  protected readonly violation = httpResource<ViolationView>(() => apiAddress(this.path()));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly short = signal(false);
  protected readonly busy = signal(false);
  protected readonly least = VIOLATION_WORDS.min;

  protected decide({ verdict, reason }: Decision): Promise<void> {
    return this.say(verdict === 'yes' ? 'lift' : 'confirm', reason);
  }

  private async say(outcome: ViolationOutcome, reason: string): Promise<void> {
    this.problem.set(null);
    this.short.set(reason.length < this.least);
    if (this.short()) return;
    this.busy.set(true);
    try {
      this.violation.set(await this.api.post<ViolationView>(`${this.path()}/opinions`, { outcome, words: reason }, this.act));
      this.toasts.show(this.language.say(`access.violations.said.${outcome}`));
      void this.abilities.refresh(this.organizationId()).catch(() => undefined);
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      if (problem.status === 409) this.violation.reload();
    } finally {
      this.busy.set(false);
    }
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/violations/${this.violationId()}`;
  }
}
