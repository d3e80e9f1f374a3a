import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import { ATTENTION_REASONS, type AttentionReason, type OrganizationFigures, SMALLEST_COUNT_SHOWN } from '@smartpar/oversight/model';
import {
  Column,
  Control,
  CountPipe,
  Field,
  FilterBar,
  Icon,
  type IconName,
  keysetList,
  Language,
  List,
  PageHeader,
  urlFilters,
  Why,
} from '@smartpar/platform/ui';

const ICONS: Readonly<Record<AttentionReason, IconName>> = { 'overdue-questions': 'clock', 'nobody-named': 'person', 'domain-unverified': 'globe' };

/** How all organizations are doing, those that need a look first; numbers and states, never a person. */
@Component({
  selector: 'sp-tenants',
  imports: [Column, Control, CountPipe, Field, FilterBar, Icon, List, PageHeader, TranslocoPipe, Why],
  templateUrl: './tenants.html',
  styleUrl: './tenants.scss',
})
export class Tenants {
  private readonly session = inject(Session);
  private readonly language = inject(Language);

  protected readonly reasons = ATTENTION_REASONS;
  protected readonly icons = ICONS;
  protected readonly fewest = SMALLEST_COUNT_SHOWN;
  protected readonly filters = urlFilters({ attention: '', name: '' });
  protected readonly organizations = keysetList<OrganizationFigures>(() => {
    const workforce = this.session.workforce();
    return workforce === null ? undefined : { path: `/organizations/${workforce.organizationId}/oversight/organizations`, query: this.filters.values() };
  });
  protected readonly filtered = computed(() => this.filters.active() > 0);
  protected readonly keyOf = (one: OrganizationFigures): string => one.organizationId;

  protected members(count: number | null): string | null {
    return count === null ? this.language.say('oversight.tenants.fewerThan', { count: SMALLEST_COUNT_SHOWN }) : null;
  }
}
