import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import { DORMANT_DAYS, MOST_GRACE_DAYS, type LifeRules as Rules } from '@smartpar/members/model';
import { Api, Control, Field, Language, PageHeader, Pending, ProblemNote, Toasts, apiAddress, sending } from '@smartpar/platform/ui';
import { MOST_MEMBER_DAYS, type RetentionPeriod } from '@smartpar/retention/model';
import * as z from 'zod';

const days = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/)
    .refine((text) => Number(text) >= least && Number(text) <= most);

const typedRules = z.object({ grace: days(1, MOST_GRACE_DAYS), dormant: z.literal('').or(days(DORMANT_DAYS.least, DORMANT_DAYS.most)) });
const typedPeriod = z.object({ member: days(0, MOST_MEMBER_DAYS) });

/** How long whoever left can come back, for how long their data is kept, and when somebody counts as dormant. */
@Component({
  selector: 'sp-life-rules',
  imports: [CanPipe, Control, Field, FormField, MatButton, PageHeader, Pending, ProblemNote, TranslocoPipe],
  templateUrl: './rules.html',
  styleUrl: './rules.scss',
})
export class LifeRules {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();

  protected readonly bounds = { grace: MOST_GRACE_DAYS, least: DORMANT_DAYS.least, most: DORMANT_DAYS.most, member: MOST_MEMBER_DAYS };
  protected readonly rules = httpResource<Rules>(() => apiAddress(this.path('life-rules')));
  protected readonly period = httpResource<RetentionPeriod>(() => apiAddress(this.path('retention-period')));
  private readonly known = computed(() => (this.rules.hasValue() ? this.rules.value() : null));
  private readonly kept = computed(() => (this.period.hasValue() ? this.period.value() : null));
  private readonly typed = linkedSignal(() => ({ grace: text(this.known()?.graceDays), dormant: text(this.known()?.dormantDays) }));
  private readonly typedDays = linkedSignal(() => ({ member: text(this.kept()?.memberDays) }));
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedRules));
  protected readonly periodForm = form(this.typedDays, (path) => validateStandardSchema(path, typedPeriod));
  protected readonly saving = sending(this.form, ({ grace, dormant }, act) =>
    this.api.put<Rules>(
      this.path('life-rules'),
      { version: this.known()?.version ?? 0, graceDays: Number(grace), dormantDays: dormant === '' ? null : Number(dormant) },
      act,
    ),
  );
  protected readonly keeping = sending(this.periodForm, ({ member }, act) =>
    this.api.put<RetentionPeriod>(this.path('retention-period'), { version: this.kept()?.version ?? 0, memberDays: Number(member) }, act),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const saved = await this.saving.send();
    if (saved === undefined) return;
    this.rules.set(saved);
    this.toasts.show(this.language.say('members.life.rules.saved'));
  }

  protected async keep(event: Event): Promise<void> {
    event.preventDefault();
    const saved = await this.keeping.send();
    if (saved === undefined) return;
    this.period.set(saved);
    this.toasts.show(this.language.say('members.life.rules.saved'));
  }

  private path(of: 'life-rules' | 'retention-period'): string {
    return `/organizations/${this.organizationId()}/${of}`;
  }
}

const text = (days: number | null | undefined): string => (days === null || days === undefined ? '' : String(days));
