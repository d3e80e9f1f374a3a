import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { roleWord, type LedgerLook, type LedgerSummary } from '@smartpar/access/model';
import { EmptyState, Formats, Icon, Language, MomentPipe, PageHeader, Pending, Why, apiAddress, keysetList, urlFilters } from '@smartpar/platform/ui';
import { Session } from '../session/session';
import { OwnSuspension } from '../violations/own-suspension/own-suspension';
import { NO_LEDGER_FILTERS, queryOf } from './ledger-filters/ledger-filter-values';
import { LedgerFilters } from './ledger-filters/ledger-filters';
import { LedgerReach } from './ledger-reach/ledger-reach';
import { LookActs } from './look-acts/look-acts';
import { LookLine } from './look-line/look-line';
import { LookWords } from './look-words';
import { LookMonths } from './months/look-months';
import { TimedAccess } from './timed-access/timed-access';

/** Who looked at my data: every look, who could look, what machines read, and access to the machines themselves. */
@Component({
  selector: 'sp-ledger',
  imports: [
    EmptyState,
    Icon,
    LedgerFilters,
    LedgerReach,
    LookActs,
    LookLine,
    LookMonths,
    MatButton,
    MomentPipe,
    OwnSuspension,
    PageHeader,
    Pending,
    RouterLink,
    RouterLinkActive,
    TimedAccess,
    TranslocoPipe,
    Why,
  ],
  templateUrl: './ledger.html',
  styleUrl: './ledger.scss',
})
export class Ledger {
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  protected readonly words = inject(LookWords);

  readonly organizationId = input.required<string>();

  protected readonly roleWord = roleWord;
  protected readonly memberships = this.session.memberships;
  protected readonly organization = computed(() => this.session.membershipIn(this.organizationId())?.organizationName ?? '');
  protected readonly filters = urlFilters(NO_LEDGER_FILTERS);
  protected readonly looks = keysetList<LedgerLook>(() => ({
    path: `/organizations/${this.organizationId()}/my/ledger`,
    query: queryOf(this.filters.values()),
  }));
  protected readonly reading = { isLoading: this.looks.loading, error: this.looks.problem, reload: this.looks.reload };
  protected readonly summary = httpResource<LedgerSummary>(() => apiAddress(`/organizations/${this.organizationId()}/my/ledger/summary`));
  /** the looks of one day after the other, as the reader counts days */
  protected readonly days = computed(() => {
    const days = new Map<string, LedgerLook[]>();
    for (const look of this.looks.items()) {
      const day = this.formats.day(look.at);
      days.set(day, [...(days.get(day) ?? []), look]);
    }
    return [...days].map(([day, looks]) => ({ day, looks }));
  });

  protected holders(count: number): string {
    return this.language.sayCount('access.ledger.holders', count);
  }
}
