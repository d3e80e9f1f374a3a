import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { LEAST_DECIDE_HOURS, MOST_DECIDE_HOURS } from '@smartpar/access/model';
import {
  country,
  decideWithinHours,
  isSubdivisionOf,
  MAX_NAME,
  type OrganizationChange,
  type OrganizationProfile,
  subdivision,
  timeZone,
  timeZones,
} from '@smartpar/organizations/model';
import { locale, LOCALES, shortText } from '@smartpar/platform/contract';
import { Api, Control, Field, Language, ProblemNote, sending } from '@smartpar/platform/ui';
import * as z from 'zod';
import { countriesIn, languagesIn } from '../places/countries';

/** What is typed: an empty subdivision stands for none. */
const typed = z
  .object({
    name: shortText(MAX_NAME),
    country: country(),
    subdivision: z.literal('').or(subdivision()),
    timeZone: timeZone(),
    defaultLocale: locale(),
    decideWithinHours: decideWithinHours(),
  })
  .refine((profile) => profile.subdivision === '' || isSubdivisionOf(profile.country, profile.subdivision), {
    path: ['subdivision'],
  });

/** Changes the profile of an organization, on the version that was read. */
@Component({
  selector: 'sp-profile-form',
  imports: [Control, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './profile-form.html',
})
export class ProfileForm {
  private readonly api = inject(Api);
  private readonly language = inject(Language);

  readonly profile = input.required<OrganizationProfile>();
  /** what the server keeps now */
  readonly saved = output<OrganizationProfile>();
  /** somebody else was faster: what is shown is old */
  readonly outdated = output();

  protected readonly least = LEAST_DECIDE_HOURS;
  protected readonly most = MOST_DECIDE_HOURS;
  protected readonly zones = timeZones();
  protected readonly countries = computed(() => countriesIn(this.language.current()));
  protected readonly locales = computed(() => languagesIn(this.language.current(), LOCALES));
  protected readonly form = form(
    linkedSignal(() => {
      const { subdivision, name, country, timeZone, defaultLocale, decideWithinHours } = this.profile();
      return { name, country, subdivision: subdivision ?? '', timeZone, defaultLocale, decideWithinHours };
    }),
    (path) => {
      validateStandardSchema(path, typed);
    },
  );
  protected readonly sending = sending(this.form, ({ subdivision: typedSubdivision, ...fields }, act) => {
    const change: OrganizationChange = { ...fields, subdivision: typedSubdivision === '' ? null : typedSubdivision, version: this.profile().version };
    return this.api.patch<OrganizationProfile>(`/organizations/${this.profile().id}`, change, act);
  });
  protected readonly late = computed(() => this.sending.problem()?.code === 'organization.changed_meanwhile');

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const answer = await this.sending.send();
    if (answer !== undefined) this.saved.emit(answer);
  }
}
