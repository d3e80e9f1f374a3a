import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ChangeMyProfile, MAX_PHONE, type MyProfile } from '@smartpar/members/model';
import { LOCALES, locale } from '@smartpar/platform/contract';
import { Api, Control, Field, Formats, ProblemNote, sending } from '@smartpar/platform/ui';
import * as z from 'zod';

/** Code of a profile that somebody else changed first. */
const CHANGED = 'member.changed_meanwhile';

/** What is typed: an empty phone number stands for none. */
const typed = z.object({ phone: z.string().max(MAX_PHONE), locale: locale() });

/** Corrects one's own phone number and language in one organization. Where somebody else saved first, it says what they made of it; what was typed stays. */
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
  private readonly version = linkedSignal(() => this.profile().version);
  /** what somebody else made of it meanwhile */
  protected readonly theirs = signal<MyProfile | null>(null);
  protected readonly sending = sending(this.form, ({ phone, locale: language }, act) => {
    const change: ChangeMyProfile = { version: this.version(), phone: phone.trim() === '' ? null : phone, locale: language };
    return this.api.patch<MyProfile>(this.path(), change, act);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const answer = await this.sending.send();
    if (answer !== undefined) return this.saved.emit(answer);
    if (this.sending.problem()?.code === CHANGED) await this.compare();
  }

  /** From here on it is saved on top of what there is now. */
  private async compare(): Promise<void> {
    const now = await this.api.get<MyProfile>(this.path()).catch(() => null);
    this.theirs.set(now);
    if (now !== null) this.version.set(now.version);
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/my/profile`;
  }
}
