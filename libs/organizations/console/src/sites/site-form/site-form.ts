import { Component, computed, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  country,
  isSubdivisionOf,
  type LegalEntity,
  MAX_NAME,
  MAX_POSTAL_ADDRESS,
  type Site,
  subdivision,
  timeZone,
  timeZones,
} from '@smartpar/organizations/model';
import { emailAddress, longText, shortText } from '@smartpar/platform/contract';
import { Api, Control, Field, Language, ProblemNote, sending } from '@smartpar/platform/ui';
import * as z from 'zod';
import { FocusFirst } from '../../focus-first/focus-first';
import { countriesIn } from '../../places/countries';

const empty = z.literal('');

/** What is typed: empty texts stand for what a site does not have of its own. */
const typed = z
  .object({
    name: shortText(MAX_NAME),
    legalEntityId: z.string().min(1),
    country: country(),
    subdivision: empty.or(subdivision()),
    postalAddress: longText(MAX_POSTAL_ADDRESS),
    timeZone: empty.or(timeZone()),
    contactName: empty.or(shortText(MAX_NAME)),
    contactEmail: empty.or(emailAddress()),
  })
  .refine((site) => site.subdivision === '' || isSubdivisionOf(site.country, site.subdivision), { path: ['subdivision'] })
  .refine((site) => (site.contactName === '') === (site.contactEmail === ''), { path: ['contactEmail'] });

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Adds a site, or changes one. */
@Component({
  selector: 'sp-site-form',
  imports: [Control, Field, FocusFirst, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './site-form.html',
  styleUrl: './site-form.scss',
})
export class SiteForm {
  private readonly api = inject(Api);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  /** the one that is changed; `null` adds a new one */
  readonly site = input.required<Site | null>();
  /** those a site can stand under; at least one */
  readonly entities = input.required<readonly LegalEntity[]>();
  readonly saved = output();
  readonly left = output();

  protected readonly zones = timeZones();
  protected readonly countries = computed(() => countriesIn(this.language.current()));
  private readonly id = computed(() => this.site()?.id);
  /** as it was when the form was opened: whatever is read again meanwhile takes nothing away that is being typed */
  private readonly opened = linkedSignal({ source: this.id, computation: () => untracked(this.site) });
  protected readonly form = form(
    linkedSignal({
      source: this.opened,
      computation: () =>
        untracked(() => {
          const site = this.opened();
          const [first] = this.entities();
          return {
            name: site?.name ?? '',
            legalEntityId: site?.legalEntityId ?? first?.id ?? '',
            country: site?.country ?? first?.country ?? '',
            subdivision: site?.subdivision ?? '',
            postalAddress: site?.postalAddress ?? '',
            timeZone: site?.timeZone ?? '',
            contactName: site?.contactName ?? '',
            contactEmail: site?.contactEmail ?? '',
          };
        }),
    }),
    (path) => {
      validateStandardSchema(path, typed);
    },
  );
  protected readonly sending = sending(this.form, async (fields, act) => {
    const site = this.opened();
    const path = `/organizations/${this.organizationId()}/sites`;
    const body = {
      ...fields,
      subdivision: orNull(fields.subdivision),
      timeZone: orNull(fields.timeZone),
      contactName: orNull(fields.contactName),
      contactEmail: orNull(fields.contactEmail),
    };
    return site === null ? this.api.post<Site>(path, body, act) : this.api.put<Site>(`${path}/${site.id}`, { ...body, version: site.version }, act);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.sending.send();
    if (this.sending.sent()) this.saved.emit();
  }
}
