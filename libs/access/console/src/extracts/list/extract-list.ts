import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EXTRACT_FILTERS, type ExtractView } from '@smartpar/access/model';
import { Column, DistancePipe, Icon, Language, List, PageHeader, RowKeys, Segmented, Why, freshOnReturn, keysetList, urlFilters } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';
import { CanPipe } from '../../can/can-pipe';
import { ExtractWords } from '../extract-words';
import { ExtractStandingChip } from '../standing/extract-standing';

/** Who took out the data of many people, and what waits for a second person. The address says which. */
@Component({
  selector: 'sp-extract-list',
  imports: [CanPipe, Column, DistancePipe, ExtractStandingChip, Icon, List, MatButton, PageHeader, RouterLink, RowKeys, Segmented, TranslocoPipe, Why],
  templateUrl: './extract-list.html',
  styleUrl: '../../granting/list/grant-list.scss',
})
export class ExtractList {
  private readonly language = inject(Language);
  private readonly abilities = inject(Abilities);
  protected readonly words = inject(ExtractWords);

  readonly organizationId = input.required<string>();

  protected readonly filters = urlFilters({ show: 'all' });
  protected readonly shown = computed(() => EXTRACT_FILTERS.find((filter) => filter === this.filters.values().show) ?? 'all');
  /** whoever decides nothing has nothing to decide, and whoever asks for nothing has none of their own */
  protected readonly choices = computed(() =>
    EXTRACT_FILTERS.filter((filter) => filter === 'all' || this.abilities.can(filter === 'mine' ? 'ask' : 'decide', 'extract')).map((filter) => ({
      value: filter,
      label: this.language.say(`extracts.list.show.${filter}`),
    })),
  );
  protected readonly extracts = keysetList<ExtractView>(() => ({ path: `/organizations/${this.organizationId()}/extracts`, query: { show: this.shown() } }));
  protected readonly emptyTitle = computed(() => this.language.say(`extracts.list.empty.${this.shown()}`));
  protected readonly emptyHint = computed(() => this.language.say(`extracts.list.emptyHint.${this.shown()}`));
  protected readonly keyOf = ({ id }: ExtractView): string => id;
  protected readonly linkOf = ({ id }: ExtractView) => ['/org', this.organizationId(), 'access', 'extracts', id];

  constructor() {
    freshOnReturn(this.extracts);
  }

  protected show(filter: string): void {
    this.filters.set({ show: filter });
  }
}
