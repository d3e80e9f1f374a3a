import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ALERT_WORDS, type VolumeAlertView } from '@smartpar/access/model';
import {
  Act,
  Api,
  type Decision,
  DayPipe,
  DecisionPanel,
  Formats,
  Icon,
  Language,
  MomentPipe,
  PageHeader,
  Pending,
  type Problem,
  ProblemNote,
  Toasts,
  apiAddress,
  problemOf,
} from '@smartpar/platform/ui';
import { ReportAct } from '../../violations/report-act/report-act';
import { EvaluationWords } from '../evaluation-words';

/** One day on which somebody looked unusually often: against what, and what came of it. A and D lead to the two buttons. */
@Component({
  selector: 'sp-alert-page',
  imports: [DayPipe, DecisionPanel, Icon, MomentPipe, PageHeader, Pending, ProblemNote, ReportAct, RouterLink, TranslocoPipe],
  templateUrl: './alert-page.html',
  styleUrl: './alert-page.scss',
})
export class AlertPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly act = new Act();
  protected readonly words = inject(EvaluationWords);

  readonly organizationId = input.required<string>();
  readonly alertId = input.required<string>();

  protected readonly alert = httpResource<VolumeAlertView>(() => apiAddress(this.path()));
  protected readonly past = computed(() => (this.alert.hasValue() ? this.formats.list((this.alert.value().past ?? []).map(String)) : ''));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly short = signal(false);
  protected readonly busy = signal(false);
  protected readonly least = ALERT_WORDS.min;

  protected async settle({ verdict, reason }: Decision): Promise<void> {
    this.problem.set(null);
    this.short.set(reason.length < this.least);
    if (this.short()) return;
    this.busy.set(true);
    const outcome = verdict === 'yes' ? 'explained' : 'reported';
    try {
      this.alert.set(await this.api.post<VolumeAlertView>(`${this.path()}/settlement`, { outcome, words: reason }, this.act));
      this.toasts.show(this.language.say('evaluations.alert.done'));
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      if (problem.code === 'volume_alert.settled') this.alert.reload();
    } finally {
      this.busy.set(false);
    }
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/volume-alerts/${this.alertId()}`;
  }
}
