import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities } from '@smartpar/access/console';
import {
  ClockChip,
  Column,
  Control,
  DayPipe,
  DistancePipe,
  Field,
  FilterBar,
  Icon,
  Language,
  List,
  ListTrail,
  PageHeader,
  Segmented,
  apiAddress,
  freshOnReturn,
  keysetList,
  urlFilters,
  RowKeys,
} from '@smartpar/platform/ui';
import { REQUEST_KINDS, type RequestListItem } from '@smartpar/requests/model';
import type { AssignableMembers } from '../answers';
import { RequestWords } from '../words/request-words';
import { inboxAddress } from './inbox-address';

/** Every request the reader may answer or follow, soonest date first. What is filtered stands in the address. */
@Component({
  selector: 'sp-inbox',
  imports: [ClockChip, Column, Control, DayPipe, DistancePipe, Field, FilterBar, Icon, List, MatButton, PageHeader, RowKeys, Segmented, TranslocoPipe],
  templateUrl: './inbox.html',
  styleUrl: './inbox.scss',
})
export class Inbox {
  private readonly abilities = inject(Abilities);
  private readonly language = inject(Language);
  protected readonly words = inject(RequestWords);
  private readonly trail = inject(ListTrail);
  private readonly router = inject(Router);

  readonly organizationId = input.required<string>();

  protected readonly kinds = REQUEST_KINDS;
  protected readonly filters = urlFilters({ state: 'open', kind: '', assignee: '', overdue: '', order: 'due', reference: '' });
  protected readonly requests = keysetList<RequestListItem>(() => ({ path: `/organizations/${this.organizationId()}/requests`, query: this.filters.values() }));
  protected readonly states = computed(() =>
    ['open', 'late', 'closed', 'all'].map((value) => ({ value, label: this.language.say(`requests.inbox.filter.${value}`) })),
  );
  protected readonly orders = computed(() => ['due', 'recent'].map((value) => ({ value, label: this.language.say(`requests.inbox.filter.${value}`) })));
  protected readonly filtered = computed(() => this.filters.active() > 0);
  protected readonly keyOf = (item: RequestListItem): string => item.id;
  protected readonly linkOf = computed(() =>
    this.abilities.can('read', 'privacy-request') ? (item: RequestListItem) => [inboxAddress(this.organizationId()), item.id] : undefined,
  );
  protected readonly members = httpResource<AssignableMembers>(() =>
    this.abilities.can('assign', 'privacy-request') ? apiAddress(`/organizations/${this.organizationId()}/members/assignable`) : undefined,
  );

  constructor() {
    freshOnReturn(this.requests);
    effect(() => {
      const ids = this.requests.items().map(({ id }) => id);
      this.filters.values();
      this.trail.leave({ list: inboxAddress(this.organizationId()), ids, address: this.router.url });
    });
  }

  /** Late is a way of being open. */
  protected readonly state = computed(() => (this.filters.values().overdue === '' ? this.filters.values().state : 'late'));

  protected choose(state: string): void {
    this.filters.set(state === 'late' ? { state: 'open', overdue: 'true' } : { state, overdue: '' });
  }

  protected find(event: Event, reference: string): void {
    event.preventDefault();
    this.filters.set(reference.trim() === '' ? { reference: '' } : { reference: reference.trim().toUpperCase(), state: 'all' });
  }
}
