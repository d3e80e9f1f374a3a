import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LedgerNames } from '@smartpar/access/model';
import {
  Api,
  Control,
  DayPipe,
  Field,
  Language,
  MomentPipe,
  PageHeader,
  Pending,
  ProblemNote,
  Segmented,
  Toasts,
  Why,
  apiAddress,
  sending,
} from '@smartpar/platform/ui';
import * as z from 'zod';
import { CanPipe } from '../../can/can-pipe';

/** What is typed. */
const typedBalancing = z.object({ decidedOn: z.iso.date(), words: z.string().trim().min(20).max(4000) });

/** Whether people read the names of those who look at their data: weighed by the organization, and recorded with day and reason. */
@Component({
  selector: 'sp-names-page',
  imports: [CanPipe, Control, DayPipe, Field, FormField, MatButton, MomentPipe, PageHeader, Pending, ProblemNote, Segmented, TranslocoPipe, Why],
  templateUrl: './names-page.html',
  styleUrl: './names-page.scss',
})
export class NamesPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();

  protected readonly names = httpResource<LedgerNames>(() => apiAddress(this.path()));
  protected readonly shown = linkedSignal<string>(() => (this.names.hasValue() && this.names.value().shown ? 'names' : 'roles'));
  protected readonly choices = computed(() => ['roles', 'names'].map((value) => ({ value, label: this.language.say(`access.names.${value}`) })));
  private readonly typed = signal({ decidedOn: '', words: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedBalancing));
  protected readonly saving = sending(this.form, ({ decidedOn, words }, act) =>
    this.api.put<LedgerNames>(this.path(), { shown: this.shown() === 'names', decidedOn, words: words.trim() }, act),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const names = await this.saving.send();
    if (names === undefined) return;
    this.names.set(names);
    this.toasts.show(this.language.say('access.names.saved'));
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/ledger-names`;
  }
}
