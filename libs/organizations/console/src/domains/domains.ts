import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { RouterLink } from '@angular/router';
import { Abilities, CanPipe } from '@smartpar/access/console';
import { type DomainDispute, domainClaim, type OrganizationDomainDocument, type Site } from '@smartpar/organizations/model';
import { Api, apiAddress, Control, EmptyState, Field, Language, PageHeader, Pending, ProblemNote, sending, Toasts, Why } from '@smartpar/platform/ui';
import { Dispute } from './dispute/dispute';
import { DomainCard } from './domain-card/domain-card';
import { DomainSites } from './domain-sites/domain-sites';

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
  imports: [
    CanPipe,
    Control,
    Dispute,
    DomainCard,
    DomainSites,
    EmptyState,
    Field,
    FormField,
    MatButton,
    PageHeader,
    Pending,
    ProblemNote,
    RouterLink,
    TranslocoPipe,
    Why,
  ],
  templateUrl: './domains.html',
  styleUrl: './domains.scss',
})
export class Domains {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly abilities = inject(Abilities);

  readonly organizationId = input.required<string>();

  protected readonly faults = FAULTS;
  protected readonly domains = httpResource<{ items: readonly OrganizationDomainDocument[] }>(() => apiAddress(this.path()));
  protected readonly disputes = httpResource<{ items: readonly DomainDispute[] }>(() =>
    this.abilities.can('read', 'domain-dispute') ? apiAddress(`/organizations/${this.organizationId()}/domain-disputes`) : undefined,
  );
  private readonly known = httpResource<{ items: readonly Site[] }>(() =>
    this.abilities.can('claim', 'organization-domain') ? apiAddress(`/organizations/${this.organizationId()}/sites`) : undefined,
  );
  protected readonly sites = computed(() => (this.known.hasValue() ? this.known.value().items : []));
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

  /** The latest dispute about a domain. */
  protected disputeOf({ domain }: OrganizationDomainDocument): DomainDispute | null {
    return (this.disputes.hasValue() ? this.disputes.value().items : []).find((one) => one.domain === domain) ?? null;
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
