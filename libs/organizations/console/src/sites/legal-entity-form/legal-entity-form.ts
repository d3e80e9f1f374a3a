import { Component, computed, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { type LegalEntity, legalEntityInput } from '@smartpar/organizations/model';
import { Api, Control, Field, Language, ProblemNote, sending } from '@smartpar/platform/ui';
import * as z from 'zod';
import { FocusFirst } from '../../focus-first/focus-first';
import { countriesIn } from '../../places/countries';

const { name, country, registrationNumber, postalAddress } = legalEntityInput.shape;

/** What is typed: an empty registration number stands for none. */
const typed = z.object({ name, country, registrationNumber: z.literal('').or(registrationNumber.unwrap().unwrap()), postalAddress });

/** Adds a legal entity, or changes one. */
@Component({
  selector: 'sp-legal-entity-form',
  imports: [Control, Field, FocusFirst, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './legal-entity-form.html',
})
export class LegalEntityForm {
  private readonly api = inject(Api);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  /** the one that is changed; `null` adds a new one */
  readonly entity = input.required<LegalEntity | null>();
  /** where a new one most likely is */
  readonly country = input('');
  readonly saved = output();
  readonly left = output();

  protected readonly countries = computed(() => countriesIn(this.language.current()));
  private readonly id = computed(() => this.entity()?.id);
  /** as it was when the form was opened: whatever is read again meanwhile takes nothing away that is being typed */
  private readonly opened = linkedSignal({ source: this.id, computation: () => untracked(this.entity) });
  protected readonly form = form(
    linkedSignal({
      source: this.opened,
      computation: () =>
        untracked(() => {
          const entity = this.opened();
          return {
            name: entity?.name ?? '',
            country: entity?.country ?? this.country(),
            registrationNumber: entity?.registrationNumber ?? '',
            postalAddress: entity?.postalAddress ?? '',
          };
        }),
    }),
    (path) => {
      validateStandardSchema(path, typed);
    },
  );
  protected readonly sending = sending(this.form, async ({ registrationNumber: number, ...fields }, act) => {
    const entity = this.opened();
    const path = `/organizations/${this.organizationId()}/legal-entities`;
    const body = { ...fields, registrationNumber: number === '' ? null : number };
    return entity === null
      ? this.api.post<LegalEntity>(path, body, act)
      : this.api.put<LegalEntity>(`${path}/${entity.id}`, { ...body, version: entity.version }, act);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.sending.send();
    if (this.sending.sent()) this.saved.emit();
  }
}
