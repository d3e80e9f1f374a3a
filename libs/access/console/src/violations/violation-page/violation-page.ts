import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { VIOLATION_WORDS, type ViolationView } from '@smartpar/access/model';
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
import { Abilities } from '../../abilities/abilities';
import { CaseDecision } from '../../cases/case-decision';
import { LookWords } from '../../ledger/look-words';
import { ViolationWords } from '../violation-words';

/** One reported violation: what happened, which looks, what others think, and the decision. A and D lead to the two buttons. */
@Component({
  selector: 'sp-violation-page',
  imports: [CaseDecision, ClockChip, Icon, MomentPipe, PageHeader, Pending, RouterLink, TranslocoPipe],
  templateUrl: './violation-page.html',
  styleUrls: ['../../styles/case-page.scss', './violation-page.scss'],
})
export class ViolationPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly abilities = inject(Abilities);
  protected readonly words = inject(ViolationWords);
  protected readonly looks = inject(LookWords);

  readonly organizationId = input.required<string>();
  readonly violationId = input.required<string>();

  protected readonly violation = httpResource<ViolationView>(() => apiAddress(this.path()));
  protected readonly least = VIOLATION_WORDS.min;
  protected readonly decide = async ({ verdict, reason }: Decision, act: Act): Promise<void> => {
    const outcome = verdict === 'yes' ? 'lift' : 'confirm';
    this.violation.set(await this.api.post<ViolationView>(`${this.path()}/opinions`, { outcome, words: reason }, act));
    this.toasts.show(this.language.say(`access.violations.said.${outcome}`));
    void this.abilities.refresh(this.organizationId()).catch(() => undefined);
  };

  protected refused({ status }: Problem): void {
    if (status === 409) this.violation.reload();
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/violations/${this.violationId()}`;
  }
}
