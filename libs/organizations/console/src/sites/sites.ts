import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import type { LegalEntity, Site } from '@smartpar/organizations/model';
import { Api, apiAddress, EmptyState, Formats, Icon, Language, PageHeader, Pending, type Problem, ProblemNote, problemOf, Toasts } from '@smartpar/platform/ui';
import { LegalEntityForm } from './legal-entity-form/legal-entity-form';
import { SiteForm } from './site-form/site-form';

/** What is being written: the id of one that is there, or a new one. */
type Writing = { readonly what: 'entity' | 'site'; readonly id: string | null } | null;

/** The companies an organization consists of, and the sites under them. */
@Component({
  selector: 'sp-sites',
  imports: [CanPipe, EmptyState, Icon, LegalEntityForm, MatButton, PageHeader, Pending, ProblemNote, SiteForm, TranslocoPipe],
  templateUrl: './sites.html',
  styleUrl: './sites.scss',
})
export class Sites {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();

  protected readonly entities = httpResource<{ items: readonly LegalEntity[] }>(() => apiAddress(`${this.path()}/legal-entities`));
  protected readonly sites = httpResource<{ items: readonly Site[] }>(() => apiAddress(`${this.path()}/sites`));
  protected readonly writing = signal<Writing>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly entityNames = computed(() => new Map(this.entities.hasValue() ? this.entities.value().items.map(({ id, name }) => [id, name]) : []));

  protected readonly entityName = (site: Site): string => this.entityNames().get(site.legalEntityId) ?? '';

  protected isWriting(what: 'entity' | 'site', id: string | null): boolean {
    const writing = this.writing();
    return writing?.what === what && writing.id === id;
  }

  protected saved(): void {
    this.writing.set(null);
    this.reload();
    this.toasts.show(this.language.say('organizations.saved'));
  }

  /** Takes an entity out; putting it back is one press. */
  protected removeEntity({ id, name, country, registrationNumber, postalAddress }: LegalEntity): Promise<void> {
    return this.remove('legal-entities', id, { name, country, registrationNumber, postalAddress });
  }

  /** Takes a site out; putting it back is one press. */
  protected removeSite({ id, version: _version, ...fields }: Site): Promise<void> {
    return this.remove('sites', id, fields);
  }

  private async remove(kind: 'legal-entities' | 'sites', id: string, fields: object): Promise<void> {
    if (await this.try(() => this.api.delete(`${this.path()}/${kind}/${id}`))) {
      this.toasts.show(this.language.say('organizations.sites.removed'), () => void this.try(() => this.api.post(`${this.path()}/${kind}`, fields)));
    }
  }

  private async try(act: () => Promise<unknown>): Promise<boolean> {
    this.problem.set(null);
    try {
      await act();
      return true;
    } catch (failure) {
      this.problem.set(problemOf(failure));
      return false;
    } finally {
      this.reload();
    }
  }

  private reload(): void {
    this.entities.reload();
    this.sites.reload();
  }

  private path(): string {
    return `/organizations/${this.organizationId()}`;
  }
}
