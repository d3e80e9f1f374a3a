import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities, Session } from '@smartpar/access/console';
import type { DomainCase } from '@smartpar/organizations/model';
import {
  Act,
  Api,
  type Decision,
  DecisionPanel,
  EmptyState,
  Formats,
  keysetList,
  Language,
  PageHeader,
  Pending,
  type Problem,
  ProblemNote,
  problemOf,
  Toasts,
} from '@smartpar/platform/ui';

/** Whose a domain is, and whether a claimed account is somebody's own: what SmartPAR's staff have to decide, and what they decided. */
@Component({
  selector: 'sp-disputes',
  imports: [DecisionPanel, EmptyState, MatButton, NgTemplateOutlet, PageHeader, Pending, ProblemNote, TranslocoPipe],
  templateUrl: './disputes.html',
  host: { class: 'sp-stack' },
})
export class Disputes {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly abilities = inject(Abilities);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly act = new Act();
  protected readonly formats = inject(Formats);

  protected readonly cases = keysetList<DomainCase>(() => {
    const workforce = this.session.workforce();
    return workforce === null ? undefined : { path: `/organizations/${workforce.organizationId}/oversight/domain-cases` };
  });
  protected readonly read = { isLoading: this.cases.loading, error: this.cases.problem, reload: this.cases.reload };
  protected readonly mayDecide = computed(() => this.abilities.can('decide', 'domain-case'));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async decide({ id, kind }: DomainCase, { verdict, reason }: Decision): Promise<void> {
    const workforce = this.session.workforce();
    if (workforce === null) return;
    this.problem.set(null);
    this.busy.set(true);
    try {
      const decision = DECISIONS[kind][verdict];
      await this.api.post(`/organizations/${workforce.organizationId}/oversight/domain-cases/${id}/decision`, { decision, reason }, this.act);
      this.toasts.show(this.language.say('oversight.disputes.told'));
      this.cases.reload();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }
}

/** What the two buttons decide. */
const DECISIONS = {
  domain: { yes: 'take-away', no: 'keep' },
  objection: { yes: 'leave-alone', no: 'let-join' },
} as const;
