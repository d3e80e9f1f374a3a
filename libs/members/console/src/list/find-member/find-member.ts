import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberListItem } from '@smartpar/members/model';
import { Control, EmptyState, Field, Icon, ListTrail, PageHeader, Why, keysetList } from '@smartpar/platform/ui';
import { membersAddress } from '../../members-address';
import { keptSearch } from '../kept-search/kept-search';
import { MemberRows } from '../member-rows/member-rows';

/** Asking for one member by the whole e-mail address or number, for those who may not go through the list. Each asking is counted. */
@Component({
  selector: 'sp-find-member',
  imports: [Control, EmptyState, Field, Icon, MatButton, MemberRows, PageHeader, TranslocoPipe, Why],
  templateUrl: './find-member.html',
  styleUrl: './find-member.scss',
})
export class FindMember {
  private readonly trail = inject(ListTrail);
  private readonly router = inject(Router);

  readonly organizationId = input.required<string>();
  /** what the member is looked for: their page, or help to come in */
  readonly into = input<'page' | 'help'>('page');

  protected readonly words = computed(() => (this.into() === 'help' ? 'members.help.' : 'members.find.'));
  protected readonly search = keptSearch(() => undefined);
  protected readonly asked = computed(() => this.search.term() !== '');
  protected readonly members = keysetList<MemberListItem>(() =>
    this.asked() ? { path: `/organizations/${this.organizationId()}/members/search`, body: { search: this.search.term() } } : undefined,
  );

  constructor() {
    effect(() => {
      const ids = this.members.items().map(({ id }) => id);
      if (this.into() === 'page') this.trail.leave({ list: membersAddress(this.organizationId()), ids, address: this.router.url, search: this.search.term() });
    });
  }

  /** The same once more is asked once more: the person may have been added meanwhile. */
  protected find(event: Event, term: string): void {
    event.preventDefault();
    if (term.trim() === this.search.term() && this.asked()) this.members.reload();
    else this.search.set(term);
  }
}
