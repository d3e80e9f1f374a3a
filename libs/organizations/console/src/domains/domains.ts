import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import { domainClaim, type OrganizationDomainDocument } from '@smartpar/organizations/model';
import { Api, apiAddress, Control, EmptyState, Field, Language, PageHeader, Pending, ProblemNote, sending, Toasts, Why } from '@smartpar/platform/ui';
import { DomainCard } from './domain-card/domain-card';

/** Sentences of the reasons against a domain. */
const FAULTS = {
  malformed: 'organizations.fault.domainMalformed',
  not_public: 'organizations.fault.domainNotPublic',
  public_mail: 'organizations.fault.domainPublicMail',
  public_suffix: 'organizations.fault.domainPublicSuffix',
} as const;

/** The domains by which questions find the organization. */
@Component({
  selector: 'sp-domains',
  imports: [CanPipe, Control, DomainCard, EmptyState, Field, FormField, MatButton, PageHeader, Pending, ProblemNote, TranslocoPipe, Why],
  templateUrl: './domains.html',
  styleUrl: './domains.scss',
})
export class Domains {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();

  protected readonly faults = FAULTS;
  protected readonly domains = httpResource<{ items: readonly OrganizationDomainDocument[] }>(() => apiAddress(this.path()));
  private readonly typed = signal({ domain: '' });
  protected readonly form = form(this.typed, (path) => {
    validateStandardSchema(path, domainClaim);
  });
  protected readonly sending = sending(this.form, (claim, act) => this.api.post<OrganizationDomainDocument>(this.path(), claim, act));

  protected async claim(event: Event): Promise<void> {
    event.preventDefault();
    const claimed = await this.sending.send();
    if (claimed === undefined) return;
    this.typed.set({ domain: '' });
    this.form().reset();
    this.change((items) => [...items, claimed].toSorted((one, other) => (one.domain < other.domain ? -1 : 1)));
  }

  protected checked(changed: OrganizationDomainDocument): void {
    this.change((items) => items.map((item) => (item.id === changed.id ? changed : item)));
  }

  protected released({ id, domain }: OrganizationDomainDocument): void {
    this.change((items) => items.filter((item) => item.id !== id));
    this.toasts.show(this.language.say('organizations.domains.released', { domain }));
  }

  private change(work: (items: readonly OrganizationDomainDocument[]) => readonly OrganizationDomainDocument[]): void {
    this.domains.update((known) => ({ items: work(known?.items ?? []) }));
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/domains`;
  }
}
