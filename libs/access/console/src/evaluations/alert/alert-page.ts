import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ALERT_WORDS, type VolumeAlertView } from '@smartpar/access/model';
import {
  Api,
  DayPipe,
  Formats,
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
import { ReportAct } from '../../violations/report-act/report-act';
import { EvaluationWords } from '../evaluation-words';

/** One day on which somebody looked unusually often: against what, and what came of it. A and D lead to the two buttons. */
@Component({
  selector: 'sp-alert-page',
  imports: [CaseDecision, DayPipe, Icon, MomentPipe, PageHeader, Pending, ReportAct, RouterLink, TranslocoPipe],
  templateUrl: './alert-page.html',
  styleUrl: '../../styles/case-page.scss',
})
export class AlertPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  protected readonly words = inject(EvaluationWords);

  readonly organizationId = input.required<string>();
  readonly alertId = input.required<string>();

  protected readonly alert = httpResource<VolumeAlertView>(() => apiAddress(this.path()));
  protected readonly past = computed(() => (this.alert.hasValue() ? this.formats.list((this.alert.value().past ?? []).map(String)) : ''));
  protected readonly least = ALERT_WORDS.min;
  protected readonly settle = async ({ verdict, reason }: Decision, act: Act): Promise<void> => {
    const outcome = verdict === 'yes' ? 'explained' : 'reported';
    this.alert.set(await this.api.post<VolumeAlertView>(`${this.path()}/settlement`, { outcome, words: reason }, act));
    this.toasts.show(this.language.say('evaluations.alert.done'));
  };

  protected refused({ code }: Problem): void {
    if (code === 'volume_alert.settled') this.alert.reload();
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/volume-alerts/${this.alertId()}`;
  }
}
