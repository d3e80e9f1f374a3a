import { httpResource } from '@angular/common/http';
import { Component, ElementRef, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ReportAct, Session, freshOnChange } from '@smartpar/access/console';
import { memberNumberText, type MemberView } from '@smartpar/members/model';
import { ListTrail, PageHeader, Pending, RecordNeighbours, RecordPage, apiAddress, isTyping } from '@smartpar/platform/ui';
import { searchState } from '../list/kept-search/kept-search';
import { membersAddress } from '../members-address';
import { LifePanel } from '../life/panel/life-panel';
import { MemberStatus } from '../status/member-status';
import { Acts } from './acts/acts';
import { Facts } from './facts/facts';
import { GroupChoice } from './group-choice/group-choice';
import { Happened } from './happened/happened';
import { RoleChoice } from './role-choice/role-choice';
import { SiteChoice } from './site-choice/site-choice';
import { WorkerChoice } from './worker-choice/worker-choice';

/** One member: what is known of them as far as it is shown, what happened, and what can be done. The title names nobody: it stays in the browser's history. */
@Component({
  selector: 'sp-member',
  imports: [
    Acts,
    Facts,
    GroupChoice,
    Happened,
    LifePanel,
    MemberStatus,
    PageHeader,
    Pending,
    RecordNeighbours,
    RecordPage,
    ReportAct,
    RoleChoice,
    SiteChoice,
    TranslocoPipe,
    WorkerChoice,
  ],
  templateUrl: './member.html',
  host: { '(document:keydown.r)': 'reveal($event)' },
})
export class Member {
  private readonly router = inject(Router);
  private readonly trail = inject(ListTrail);
  private readonly session = inject(Session);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly organizationId = input.required<string>();
  readonly memberId = input.required<string>();

  protected readonly number = memberNumberText;
  protected readonly member = httpResource<MemberView>(() => apiAddress(`/organizations/${this.organizationId()}/members/${this.memberId()}`));
  private readonly list = computed(() => membersAddress(this.organizationId()));
  protected readonly back = computed(() => this.router.parseUrl(this.trail.back(this.list())));
  protected readonly search = computed(() => searchState(this.trail.search(this.list()), this.session));
  protected readonly next = computed(() => this.trail.neighbour(this.list(), this.memberId(), 1));
  protected readonly previous = computed(() => this.trail.neighbour(this.list(), this.memberId(), -1));

  constructor() {
    freshOnChange(this.member);
  }

  /** R reveals the first value that is hidden; on a value of its own, that one. */
  protected reveal(event: Event): void {
    if (event.defaultPrevented || isTyping(event.target)) return;
    const button = this.element.querySelector<HTMLElement>('button[aria-keyshortcuts=R]');
    if (button === null) return;
    event.preventDefault();
    button.focus();
    button.click();
  }
}
