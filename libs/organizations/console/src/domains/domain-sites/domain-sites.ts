import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OrganizationDomainDocument, Site } from '@smartpar/organizations/model';
import { Act, Api, type Problem, ProblemNote, problemOf } from '@smartpar/platform/ui';

/** The sites people of a domain belong to: with several, whoever asks by the domain says which. */
@Component({
  selector: 'sp-domain-sites',
  imports: [MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './domain-sites.html',
  host: { class: 'sp-stack' },
})
export class DomainSites {
  private readonly api = inject(Api);
  private readonly act = new Act();

  readonly organizationId = input.required<string>();
  readonly domain = input.required<OrganizationDomainDocument>();
  readonly sites = input.required<readonly Site[]>();
  /** the domain as it is now */
  readonly placed = output<OrganizationDomainDocument>();

  protected readonly chosen = linkedSignal(() => new Set(this.domain().siteIds));
  protected readonly changed = computed(() => {
    const known = this.domain().siteIds;
    return this.chosen().size !== known.length || known.some((id) => !this.chosen().has(id));
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected choose(id: string, event: Event): void {
    const checked = event.target instanceof HTMLInputElement && event.target.checked;
    this.chosen.update((before) => new Set(checked ? [...before, id] : [...before].filter((one) => one !== id)));
  }

  protected async save(): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      const path = `/organizations/${this.organizationId()}/domains/${this.domain().id}/sites`;
      this.placed.emit(await this.api.put<OrganizationDomainDocument>(path, { siteIds: [...this.chosen()] }, this.act));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
