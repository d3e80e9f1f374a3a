import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ChangeMyProfile, MAX_PHONE, type MyProfile } from '@smartpar/members/model';
import { LOCALES, locale } from '@smartpar/platform/contract';
import { Api, Control, Field, Formats, ProblemNote, sending } from '@smartpar/platform/ui';
import * as z from 'zod';

/** What is typed: an empty phone number stands for none. */
const typed = z.object({ phone: z.string().max(MAX_PHONE), locale: locale() });

/** Corrects one's own phone number and language in one organization, on the version that was read. */
@Component({
  selector: 'sp-own-form',
  imports: [Control, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './own-form.html',
})
export class OwnForm {
  private readonly api = inject(Api);
  protected readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();
  readonly profile = input.required<MyProfile>();
  /** what is kept now */
  readonly saved = output<MyProfile>();
  readonly cancelled = output();

  protected readonly locales = LOCALES;
  protected readonly form = form(
    linkedSignal(() => ({ phone: this.profile().phone ?? '', locale: this.profile().locale })),
    (path) => {
      validateStandardSchema(path, typed);
    },
  );
  protected readonly sending = sending(this.form, ({ phone, locale: language }, act) => {
    const change: ChangeMyProfile = { version: this.profile().version, phone: phone.trim() === '' ? null : phone, locale: language };
    return this.api.patch<MyProfile>(`/organizations/${this.organizationId()}/my/profile`, change, act);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const answer = await this.sending.send();
    if (answer !== undefined) this.saved.emit(answer);
  }
}
