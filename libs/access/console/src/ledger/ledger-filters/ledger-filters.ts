import { HttpClient } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { ORGANIZATION_PURPOSES, PROFILE_CATEGORIES, ROLES, categoryWord, purposeWord, roleWord } from '@smartpar/access/model';
import { Control, Field, FilterBar, Icon, ProblemNote, SavedFiles, apiAddress, problemOf, type Problem, type UrlFilters } from '@smartpar/platform/ui';
import { firstValueFrom } from 'rxjs';
import { queryOf, type LedgerFilterValues } from './ledger-filter-values';

/** Which looks are shown, and the same as a file. */
@Component({
  selector: 'sp-ledger-filters',
  imports: [Control, Field, FilterBar, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './ledger-filters.html',
  styleUrl: './ledger-filters.scss',
})
export class LedgerFilters {
  private readonly http = inject(HttpClient);
  private readonly files = inject(SavedFiles);

  readonly organizationId = input.required<string>();
  readonly filters = input.required<UrlFilters<LedgerFilterValues>>();

  protected readonly roles = ROLES;
  protected readonly purposes = ORGANIZATION_PURPOSES;
  protected readonly categories = PROFILE_CATEGORIES;
  protected readonly roleWord = roleWord;
  protected readonly purposeWord = purposeWord;
  protected readonly categoryWord = categoryWord;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);

  protected async takeOut(format: 'json' | 'csv'): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      const params = { format, ...queryOf(this.filters().values()) };
      const address = apiAddress(`/organizations/${this.organizationId()}/my/ledger/export`);
      this.files.save(format === 'csv' ? 'ledger.csv' : 'ledger.jsonl', await firstValueFrom(this.http.get(address, { params, responseType: 'blob' })));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
