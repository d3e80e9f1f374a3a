import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AddressWithSecret } from '@smartpar/audit/model';
import { emailAddress } from '@smartpar/platform/contract';
import { Api, Control, Field, Language, ProblemNote, Segmented, sending } from '@smartpar/platform/ui';
import * as z from 'zod';

const TARGETS: Readonly<Record<string, z.ZodType<string>>> = { mail: emailAddress(), webhook: z.url({ protocol: /^https$/ }).max(500) };

const typed = z.object({ kind: z.string(), target: z.string().trim().min(1), every: z.string() }).superRefine(({ kind, target }, context) => {
  const read = TARGETS[kind]?.safeParse(target);
  for (const issue of read?.error?.issues ?? []) context.addIssue({ ...issue, path: ['target'] });
});

/** Names an address checkpoints are to be sent to. */
@Component({
  selector: 'sp-address-form',
  imports: [Control, Field, FormField, MatButton, ProblemNote, Segmented, TranslocoPipe],
  templateUrl: './address-form.html',
})
export class AddressForm {
  private readonly api = inject(Api);
  private readonly language = inject(Language);

  /** where addresses are added, below `/api` */
  readonly path = input.required<string>();
  readonly added = output<AddressWithSecret>();
  readonly left = output();

  protected readonly kinds = computed(() => [
    { value: 'mail', label: this.language.say('audit.address.kind.mail'), icon: 'mail' as const },
    { value: 'webhook', label: this.language.say('audit.address.kind.webhook'), icon: 'link' as const },
  ]);
  protected readonly rhythms = computed(() => ['day', 'hour'].map((value) => ({ value, label: this.language.say(`audit.address.every.${value}`) })));
  protected readonly form = form(signal({ kind: 'mail', target: '', every: 'day' }), (path) => {
    validateStandardSchema(path, typed);
  });
  protected readonly sending = sending(this.form, ({ kind, target, every }, act) =>
    this.api.post<AddressWithSecret>(this.path(), { kind, target, every, ...(kind === 'mail' && { locale: this.language.current() }) }, act),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const answer = await this.sending.send();
    if (answer !== undefined) this.added.emit(answer);
  }
}
