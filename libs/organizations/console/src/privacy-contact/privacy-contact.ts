import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import { CONTACT_POSITIONS, type ContactGap, type ContactPosition, gapsOf, type PrivacyContactDocument } from '@smartpar/organizations/model';
import {
  Act,
  Address,
  Api,
  apiAddress,
  type Consequence,
  ConsequencePanel,
  Formats,
  Icon,
  Language,
  PageHeader,
  Pending,
  type Problem,
  ProblemNote,
  problemOf,
  Toasts,
} from '@smartpar/platform/ui';
import { ContactForm } from './contact-form/contact-form';

/** What follows from each gap, as text keys below `organizations.contact.gap`. */
const CONSEQUENCES: Readonly<Record<ContactGap, readonly { readonly kind: Consequence['kind']; readonly key: string }[]>> = {
  'nobody-named': [
    { kind: 'told', key: 'owners' },
    { kind: 'goes', key: 'nameless' },
    { kind: 'told', key: 'staff' },
  ],
  'no-substitute': [{ kind: 'goes', key: 'absence' }],
  'same-person-twice': [{ kind: 'goes', key: 'twice' }],
};

/** Where each gap is shown: beside whom it is about. */
const GAP_AT: Readonly<Record<ContactGap, ContactPosition>> = { 'nobody-named': 'contact', 'no-substitute': 'substitute', 'same-person-twice': 'substitute' };

/** The people who answer privacy questions for the organization: whom its members see, and who hears of their questions. */
@Component({
  selector: 'sp-privacy-contact',
  imports: [Address, CanPipe, ConsequencePanel, ContactForm, Icon, MatButton, PageHeader, Pending, ProblemNote, TranslocoPipe],
  templateUrl: './privacy-contact.html',
  styleUrl: './privacy-contact.scss',
})
export class PrivacyContact {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();

  protected readonly positions = CONTACT_POSITIONS;
  protected readonly languageName = (code: string): string => this.formats.languageName(code);
  protected readonly contacts = httpResource<PrivacyContactDocument>(() => apiAddress(this.path()));
  protected readonly gapAt = GAP_AT;
  protected readonly editing = signal<ContactPosition | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly gap = computed(() => (this.contacts.hasValue() ? (gapsOf(this.contacts.value())[0] ?? null) : null));
  protected readonly consequences = computed<readonly Consequence[]>(() => {
    const gap = this.gap();
    return gap === null ? [] : CONSEQUENCES[gap].map(({ kind, key }) => ({ kind, text: this.language.say(`organizations.contact.gap.${key}`) }));
  });

  protected saved(changed: PrivacyContactDocument): void {
    this.show(changed);
    this.toasts.show(this.language.say('organizations.saved'));
  }

  /** Puts what is saved now in the place of what somebody else has changed since. */
  protected outdated(): void {
    this.editing.set(null);
    this.contacts.reload();
  }

  /** Takes somebody out; putting them back is one press. */
  protected async remove(position: ContactPosition): Promise<void> {
    const person = this.contacts.value()?.[position];
    if (await this.put(position, null)) {
      this.toasts.show(this.language.say('organizations.contact.removed'), () => void this.put(position, person));
    }
  }

  private async put(position: ContactPosition, person: PrivacyContactDocument[ContactPosition] | undefined): Promise<boolean> {
    this.problem.set(null);
    try {
      const change = { version: this.contacts.value()?.version, [position]: person };
      this.show(await this.api.put<PrivacyContactDocument>(this.path(), change, new Act()));
      return true;
    } catch (failure) {
      this.problem.set(problemOf(failure));
      return false;
    }
  }

  private show(document: PrivacyContactDocument): void {
    this.contacts.set(document);
    this.editing.set(null);
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/privacy-contact`;
  }
}
