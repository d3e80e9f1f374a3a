import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import type { LegalEntity, Site } from '@smartpar/organizations/model';
import { Api, apiAddress, EmptyState, Formats, Icon, Language, PageHeader, Pending, type Problem, ProblemNote, problemOf, Toasts } from '@smartpar/platform/ui';
import { LegalEntityForm } from './legal-entity-form/legal-entity-form';
import { SiteForm } from './site-form/site-form';

/** What is being written. */
type What = 'entity' | 'site';

/** One form: that of one that is there, by its id, or of a new one. */
const formOf = (what: What, id: string | null): string => `${what} ${id ?? 'new'}`;

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
  /** forms that are open: another one may be opened beside them, and what was typed in them stays */
  private readonly writing = signal<ReadonlySet<string>>(new Set());
  protected readonly problem = signal<Problem | null>(null);
  private readonly entityNames = computed(() => new Map(this.entities.hasValue() ? this.entities.value().items.map(({ id, name }) => [id, name]) : []));

  protected readonly entityName = (site: Site): string => this.entityNames().get(site.legalEntityId) ?? '';

  protected isWriting(what: What, id: string | null): boolean {
    return this.writing().has(formOf(what, id));
  }

  protected write(what: What, id: string | null): void {
    this.writing.update((open) => new Set(open).add(formOf(what, id)));
  }

  protected leave(what: What, id: string | null): void {
    this.writing.update((open) => new Set([...open].filter((form) => form !== formOf(what, id))));
  }

  protected saved(what: What, id: string | null): void {
    this.leave(what, id);
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
