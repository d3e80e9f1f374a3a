import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EXTRACT_MOST_ALONE, WIDENING_ALONE_HOURS, type ExtractRules as Rules } from '@smartpar/access/model';
import { Api, Control, Field, Icon, Language, MomentPipe, PageHeader, Pending, ProblemNote, Toasts, apiAddress, sending } from '@smartpar/platform/ui';
import * as z from 'zod';
import { CanPipe } from '../../can/can-pipe';

/** What is typed. */
const typedRules = z.object({
  aloneUpTo: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/)
    .refine((text) => Number(text) <= EXTRACT_MOST_ALONE),
});

/** How many people's data one person may take out alone; owners change it. */
@Component({
  selector: 'sp-extract-rules',
  imports: [CanPipe, Control, Field, FormField, Icon, MatButton, MomentPipe, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './extract-rules.html',
  styleUrl: '../../granting/ask/ask-for-grant.scss',
})
export class ExtractRules {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();

  protected readonly most = EXTRACT_MOST_ALONE;
  protected readonly hours = WIDENING_ALONE_HOURS;
  protected readonly rules = httpResource<Rules>(() => apiAddress(this.path()));
  private readonly known = computed(() => (this.rules.hasValue() ? this.rules.value() : null));
  /** what was typed stays when somebody else's change comes in between: of theirs, only the version is taken */
  private readonly typed = linkedSignal<{ readonly id: string; readonly known: Rules | null }, { readonly aloneUpTo: string }>({
    source: () => ({ id: this.organizationId(), known: this.known() }),
    computation: ({ id, known }, before) =>
      before?.source.id === id && before.value.aloneUpTo !== '' ? before.value : { aloneUpTo: String(known?.aloneUpTo ?? '') },
  });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedRules));
  protected readonly saving = sending(this.form, ({ aloneUpTo }, act) =>
    this.api.put<Rules>(this.path(), { version: this.known()?.version ?? 0, aloneUpTo: Number(aloneUpTo) }, act),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const saved = await this.saving.send();
    if (saved === undefined) {
      if (this.saving.problem()?.status === 409) this.rules.reload();
      return;
    }
    this.rules.set(saved);
    this.toasts.show(this.language.say('extracts.rules.saved'));
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/extract-rules`;
  }
}
