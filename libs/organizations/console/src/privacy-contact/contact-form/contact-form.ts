import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  type ContactPerson,
  contactPersonInput,
  type ContactPosition,
  type PrivacyContactChange,
  type PrivacyContactDocument,
} from '@smartpar/organizations/model';
import { Api, apiAddress, Control, Field, ProblemNote, sending } from '@smartpar/platform/ui';
import * as z from 'zod';
import { FocusFirst } from '../../focus-first/focus-first';
import { LanguageChoice } from '../language-choice/language-choice';
import { fieldsBelow } from './fields-below';

const { name, email, postalAddress, languages } = contactPersonInput.shape;

/** What is typed: no member stands for somebody outside. */
const typed = z.object({ memberId: z.string(), name, email, postalAddress, languages });

/** What is typed before anything is. */
const BLANK = { memberId: '', name: '', email: '', postalAddress: '', languages: [] as string[] }; // as: an empty list says nothing of its items

/** A member who can be linked. */
interface LinkableMember {
  readonly memberId: string;
  /** how the organization names them */
  readonly line: string;
}

/** Names the privacy contact, or who stands in. */
@Component({
  selector: 'sp-contact-form',
  imports: [Control, Field, FocusFirst, FormField, LanguageChoice, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './contact-form.html',
})
export class ContactForm {
  private readonly api = inject(Api);

  readonly organizationId = input.required<string>();
  readonly position = input.required<ContactPosition>();
  /** whoever is named now */
  readonly person = input.required<ContactPerson | null>();
  /** version of the contacts that were read */
  readonly version = input.required<number>();
  /** what the server keeps now */
  readonly saved = output<PrivacyContactDocument>();
  readonly left = output();
  /** somebody else was faster: what is shown is old */
  readonly outdated = output();

  protected readonly members = httpResource<{ items: readonly LinkableMember[] }>(() =>
    apiAddress(`/organizations/${this.organizationId()}/members/assignable`),
  );
  protected readonly form = form(
    linkedSignal(() => {
      const person = this.person();
      return person === null ? BLANK : { ...person, memberId: person.memberId ?? '', languages: [...person.languages] };
    }),
    (path) => {
      validateStandardSchema(path, typed);
    },
  );
  protected readonly sending = sending(this.form, ({ memberId, ...fields }, act) => {
    const change: PrivacyContactChange = { version: this.version(), [this.position()]: { ...fields, memberId: memberId === '' ? null : memberId } };
    const put = this.api.put<PrivacyContactDocument>(`/organizations/${this.organizationId()}/privacy-contact`, change, act);
    return put.catch(fieldsBelow(this.position()));
  });
  protected readonly late = computed(() => this.sending.problem()?.code === 'organization.changed_meanwhile');

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const answer = await this.sending.send();
    if (answer !== undefined) this.saved.emit(answer);
  }
}
