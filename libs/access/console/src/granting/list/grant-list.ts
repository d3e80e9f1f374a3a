import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { GRANT_FILTERS, type GrantView } from '@smartpar/access/model';
import { Column, DistancePipe, Icon, Language, List, PageHeader, RowKeys, Segmented, Why, freshOnReturn, keysetList, urlFilters } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';
import { CanPipe } from '../../can/can-pipe';
import { freshOnChange } from '../../changes/fresh-on-change';
import { GrantingWords } from '../granting-words';
import { GrantStandingChip } from '../standing/grant-standing';

/** Who has access to which data until when, and what waits for a decision. The address says which. */
@Component({
  selector: 'sp-grant-list',
  imports: [CanPipe, Column, DistancePipe, GrantStandingChip, Icon, List, MatButton, PageHeader, RouterLink, RowKeys, Segmented, TranslocoPipe, Why],
  templateUrl: './grant-list.html',
  styleUrl: './grant-list.scss',
})
export class GrantList {
  private readonly language = inject(Language);
  private readonly abilities = inject(Abilities);
  protected readonly words = inject(GrantingWords);

  readonly organizationId = input.required<string>();

  protected readonly filters = urlFilters({ show: 'current' });
  protected readonly shown = computed(() => GRANT_FILTERS.find((filter) => filter === this.filters.values().show) ?? 'current');
  /** whoever decides nothing has nothing to decide */
  protected readonly choices = computed(() =>
    GRANT_FILTERS.filter((filter) => filter !== 'to-decide' || this.abilities.can('decide', 'grant')).map((filter) => ({
      value: filter,
      label: this.language.say(`granting.list.show.${filter}`),
    })),
  );
  protected readonly grants = keysetList<GrantView>(() => ({ path: `/organizations/${this.organizationId()}/grants`, query: { show: this.shown() } }));
  protected readonly emptyTitle = computed(() => this.language.say(`granting.list.empty.${this.shown()}`));
  protected readonly emptyHint = computed(() => this.language.say(`granting.list.emptyHint.${this.shown()}`));
  protected readonly keyOf = ({ id }: GrantView): string => id;
  protected readonly linkOf = ({ id }: GrantView) => ['/org', this.organizationId(), 'access', 'grants', id];

  constructor() {
    freshOnReturn(this.grants);
    freshOnChange(this.grants);
  }

  protected show(filter: string): void {
    this.filters.set({ show: filter });
  }
}
