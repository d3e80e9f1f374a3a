import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ChangeMyProfile, MAX_ATTRIBUTE_VALUE, MAX_DISPLAY_NAME, MAX_PHONE, type MyProfile, timeZoneNames } from '@smartpar/members/model';
import { LOCALES, locale } from '@smartpar/platform/contract';
import { Api, Control, Field, Formats, ProblemNote, sending } from '@smartpar/platform/ui';
import * as z from 'zod';

/** Code of a profile that somebody else changed first. */
const CHANGED = 'member.changed_meanwhile';

/** What is typed: an empty text stands for none. */
const typed = z.object({
  displayName: z.string().max(MAX_DISPLAY_NAME),
  phone: z.string().max(MAX_PHONE),
  privatePhone: z.string().max(MAX_PHONE),
  timeZone: z.string(),
  locale: locale(),
  attributes: z.record(z.string(), z.string().max(MAX_ATTRIBUTE_VALUE)),
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Corrects how one is called and reached, and what else is one's own, in one organization. Where somebody else saved first, it says what they made of it; what was typed stays. */
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
  protected readonly zones = timeZoneNames();
  /** what the organization made up and left to the person */
  protected readonly attributes = computed(() =>
    this.profile()
      .attributes.filter(({ editors, retiredAt }) => retiredAt === null && editors.includes('person'))
      .map((attribute) => ({ ...attribute, options: attribute.kind === 'yes-no' ? ['yes', 'no'] : attribute.choices })),
  );
  /** a phone number that comes from the directory is changed there */
  protected readonly phoneIsOwn = computed(() => this.profile().fields.phone?.editors.includes('directory') !== true);
  protected readonly nameIsOwn = computed(() => this.profile().fields.displayName?.editors.includes('directory') !== true);
  protected readonly form = form(
    linkedSignal(() => {
      const { displayName, phone, privatePhone, timeZone, locale: language } = this.profile();
      const attributes: Record<string, string> = Object.fromEntries(this.attributes().map(({ id, value }) => [id, value ?? '']));
      return {
        ...{ displayName: displayName ?? '', phone: phone ?? '', privatePhone: privatePhone ?? '' },
        ...{ timeZone: timeZone ?? '', locale: language, attributes },
      };
    }),
    (path) => {
      validateStandardSchema(path, typed);
    },
  );
  private readonly version = linkedSignal(() => this.profile().version);
  /** what somebody else made of it meanwhile */
  protected readonly theirs = signal<MyProfile | null>(null);
  protected readonly sending = sending(this.form, ({ displayName, phone, privatePhone, timeZone, locale: language, attributes }, act) => {
    const change: ChangeMyProfile = {
      version: this.version(),
      ...(this.nameIsOwn() && { displayName: orNull(displayName) }),
      ...(this.phoneIsOwn() && { phone: orNull(phone) }),
      ...{ privatePhone: orNull(privatePhone), timeZone: orNull(timeZone), locale: language },
      ...(this.attributes().length > 0 && { attributes: Object.fromEntries(Object.entries(attributes).map(([id, text]) => [id, orNull(text)])) }),
    };
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
