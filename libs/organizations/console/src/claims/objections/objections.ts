import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpenObjection } from '@smartpar/organizations/model';
import {
  Act,
  Api,
  apiAddress,
  type Decision,
  DecisionPanel,
  EmptyState,
  Formats,
  Language,
  PageHeader,
  Pending,
  type Problem,
  ProblemNote,
  problemOf,
  Toasts,
} from '@smartpar/platform/ui';

/** What people say against a claim of their accounts: each with everything needed to answer it. */
@Component({
  selector: 'sp-objections',
  imports: [DecisionPanel, EmptyState, PageHeader, Pending, ProblemNote, TranslocoPipe],
  templateUrl: './objections.html',
  host: { class: 'sp-stack' },
})
export class Objections {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly act = new Act();
  protected readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();

  protected readonly objections = httpResource<{ items: readonly OpenObjection[] }>(() => apiAddress(this.path()));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async answer({ id }: OpenObjection, { verdict, reason }: Decision): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      const decision = verdict === 'yes' ? 'accept' : 'refuse';
      await this.api.post(`${this.path()}/${id}/answer`, { decision, words: reason }, this.act);
      this.toasts.show(this.language.say('organizations.objections.answered'));
      this.objections.reload();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/claim-objections`;
  }
}
