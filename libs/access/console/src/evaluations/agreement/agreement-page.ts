import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvaluationRulesView } from '@smartpar/access/model';
import {
  Api,
  Control,
  Field,
  Icon,
  Language,
  MomentPipe,
  PageHeader,
  Pending,
  ProblemNote,
  Segmented,
  Toasts,
  apiAddress,
  problemOf,
  sending,
} from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { EvaluationWords } from '../evaluation-words';
import { changeOf, type TypedAgreement, typedAgreement, typedOf } from './typed-agreement';

/** Whether evaluations of worker data need an agreement, with whom, and which one there is; owners change it. */
@Component({
  selector: 'sp-agreement-page',
  imports: [CanPipe, Control, Field, FormField, Icon, MatButton, MomentPipe, PageHeader, Pending, ProblemNote, RouterLink, Segmented, TranslocoPipe],
  templateUrl: './agreement-page.html',
  styleUrl: './agreement-page.scss',
})
export class AgreementPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly words = inject(EvaluationWords);

  readonly organizationId = input.required<string>();

  protected readonly rules = httpResource<EvaluationRulesView>(() => apiAddress(this.path()));
  protected readonly choices = computed(() => ['no', 'yes'].map((value) => ({ value, label: this.language.say(`evaluations.agreement.${value}`) })));
  /** what is typed stays where somebody else changed it meanwhile: of theirs, only the version is taken */
  protected readonly typed = linkedSignal<EvaluationRulesView | null, TypedAgreement>({
    source: () => (this.rules.hasValue() ? this.rules.value() : null),
    computation: (rules, before) => (before?.source === null || before === undefined ? typedOf(rules) : before.value),
  });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedAgreement));
  protected readonly saving = sending(this.form, async (typed, act) => {
    try {
      return await this.api.put<EvaluationRulesView>(this.path(), { version: this.rules.value()?.version ?? 0, ...changeOf(typed) }, act);
    } catch (failure) {
      if (problemOf(failure).status === 409) this.rules.reload();
      throw failure;
    }
  });

  protected need(needed: string): void {
    this.typed.update((typed) => ({ ...typed, needed }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const rules = await this.saving.send();
    if (rules === undefined) return;
    this.rules.set(rules);
    this.toasts.show(this.words.state(rules));
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/evaluation-rules`;
  }
}
