import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities, CanPipe, Session, freshOnChange } from '@smartpar/access/console';
import { roleWord, sightsOf } from '@smartpar/access/model';
import { BUILT_IN_ROLES, LISTED_STATUSES, mayBeHeldIn, memberNumberText, type MemberGroup, type MemberListItem } from '@smartpar/members/model';
import {
  Control,
  Field,
  FilterBar,
  Icon,
  Language,
  ListTrail,
  PageHeader,
  apiAddress,
  freshOnReturn,
  keysetList,
  selectionIn,
  urlFilters,
} from '@smartpar/platform/ui';
import type { SiteChoices } from '../../answers';
import { TakeOut } from '../../export/take-out';
import { ImportUnderWay } from '../../import/under-way/under-way';
import { membersAddress } from '../../members-address';
import { MOST_AT_ONCE, deedsOf } from '../bulk/bulk-deeds';
import { BulkMembers } from '../bulk/bulk-members';
import { keptSearch } from '../kept-search/kept-search';
import { MemberRows } from '../member-rows/member-rows';

/** Stands for "no site" in the address; an empty text means any. */
const NO_SITE = 'none';

/** Stands among the states for those who have not been here for long. */
const DORMANT = 'dormant';

/** Every member, page by page. Filters stand in the address; what is searched for may be a name and never does. */
@Component({
  selector: 'sp-member-list',
  imports: [
    ...[BulkMembers, CanPipe, Control, Field, FilterBar, Icon, ImportUnderWay, MatButton],
    ...[MemberRows, PageHeader, RouterLink, TakeOut, TranslocoPipe],
  ],
  templateUrl: './member-list.html',
  styleUrl: './member-list.scss',
})
export class MemberList {
  private readonly abilities = inject(Abilities);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly trail = inject(ListTrail);
  private readonly router = inject(Router);

  readonly organizationId = input.required<string>();

  protected readonly statuses = LISTED_STATUSES;
  protected readonly roleWord = roleWord;
  protected readonly noSite = NO_SITE;
  protected readonly dormant = DORMANT;
  protected readonly filters = urlFilters({ status: '', site: '', group: '', role: '', order: '' });
  protected readonly search = keptSearch(() => this.filters.values());
  protected readonly members = keysetList<MemberListItem>(() => ({ path: `/organizations/${this.organizationId()}/members/search`, body: this.asked() }));
  protected readonly selection = selectionIn(this.members, {
    key: ({ id }) => id,
    name: ({ number }) => memberNumberText(number),
    most: MOST_AT_ONCE,
  });
  /** selecting is for those who may do something to those they select */
  protected readonly acts = computed(() => {
    const ability = this.abilities.of(this.organizationId());
    return deedsOf({ ability, memberId: undefined }).length > 0 || ability.can('fill', 'group') || ability.can('ask', 'extract');
  });
  protected readonly sites = httpResource<SiteChoices>(() =>
    this.abilities.can('read', 'site') ? apiAddress(`/organizations/${this.organizationId()}/sites`) : undefined,
  );
  protected readonly groups = httpResource<{ items: readonly MemberGroup[] }>(() =>
    this.abilities.can('read', 'group') ? apiAddress(`/organizations/${this.organizationId()}/groups`) : undefined,
  );
  protected readonly roles = computed(() => {
    const workforce = this.session.membershipIn(this.organizationId())?.kind === 'workforce';
    return BUILT_IN_ROLES.flatMap(({ role }) => (mayBeHeldIn(role, { workforce }) ? [role] : []));
  });
  private readonly sight = computed(() => sightsOf(this.abilities.of(this.organizationId())));
  private readonly seesNames = computed(() => this.sight()['user.name'] === 'shown');
  private readonly seesSome = computed(() => this.seesNames() || this.sight()['user.contact.email.work'] === 'shown');
  /** the first is how the list begins */
  protected readonly orders = computed(() =>
    this.seesNames() ? [order('', 'name'), order('number', 'number'), order('newest', 'newest')] : [order('', 'number'), order('newest', 'newest')],
  );
  protected readonly searchHint = computed(() => this.say(this.seesSome() ? 'searchHint' : 'searchHintExact'));
  protected readonly empty = computed(() => {
    if (this.search.term() !== '') return { title: this.say('emptySearch'), hint: this.say(this.seesSome() ? 'emptySearchHint' : 'emptySearchHintExact') };
    if (this.filters.active() > 0) return { title: this.say('emptyFiltered'), hint: this.say('emptyFilteredHint') };
    return { title: this.say('empty'), hint: this.say('emptyHint') };
  });

  constructor() {
    freshOnReturn(this.members);
    freshOnChange(this.members);
    effect(() => {
      const ids = this.members.items().map(({ id }) => id);
      this.filters.values();
      this.trail.leave({ list: membersAddress(this.organizationId()), ids, address: this.router.url, search: this.search.term() });
    });
  }

  /** whom the list is narrowed to, as the page that takes their data out reads it from its address; a search is no part of it */
  protected readonly narrowed = computed(() => {
    const { status, site, group, role } = this.filters.values();
    // data of former members is not there to be taken out, and who is dormant is no state of theirs
    const state = status === DORMANT || status === 'de-identified' ? '' : status;
    return Object.fromEntries(Object.entries({ status: state, site, group, role }).filter(([, value]) => value !== ''));
  });

  protected find(event: Event, term: string): void {
    event.preventDefault();
    this.search.set(term);
  }

  protected asked(): Readonly<Record<string, unknown>> {
    const { status, site, group, role, order } = this.filters.values();
    const search = this.search.term();
    return {
      ...(search !== '' && { search }),
      ...(status === DORMANT ? { dormant: true } : status !== '' && { status }),
      ...(site !== '' && { siteId: site === NO_SITE ? null : site }),
      ...(group !== '' && { groupId: group }),
      ...(role !== '' && { role }),
      // an order by what is not seen any more is none: the list begins again without it
      ...(this.orders().some(({ value }) => value === order && value !== '') && { order }),
    };
  }

  private say(key: string): string {
    return this.language.say(`members.list.${key}`);
  }
}

const order = (value: string, word: string): { readonly value: string; readonly word: string } => ({ value, word });
