import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ListTrail, PageHeader, Pending, RecordNeighbours, RecordPage, apiAddress, isTyping } from '@smartpar/platform/ui';
import type { RequestView } from '@smartpar/requests/model';
import { inboxAddress } from '../inbox/inbox-address';
import { Actions } from './actions/actions';
import { Assignee } from './assignee/assignee';
import { Composer } from './composer/composer';
import type { WritingKind } from './composer/writing';
import { Facts } from './facts/facts';
import { RequestClock } from './request-clock/request-clock';
import { RequestTimeline } from './request-timeline/request-timeline';

/** What a key begins to write. */
const KEYS: Readonly<Record<string, WritingKind>> = { r: 'reply', b: 'question-back', a: 'answer', n: 'note' };

/** One request as those who answer see it: facts, everything that happened, and what can be done. */
@Component({
  selector: 'sp-request',
  imports: [Actions, Assignee, Composer, Facts, PageHeader, Pending, RecordNeighbours, RecordPage, RequestClock, RequestTimeline, TranslocoPipe],
  templateUrl: './request.html',
  host: { '(document:keydown)': 'press($event)' },
})
export class Request {
  private readonly router = inject(Router);
  private readonly trail = inject(ListTrail);
  private readonly composer = viewChild(Composer);

  readonly organizationId = input.required<string>();
  readonly requestId = input.required<string>();

  private readonly path = computed(() => `/organizations/${this.organizationId()}/requests/${this.requestId()}`);
  protected readonly request = httpResource<RequestView>(() => apiAddress(this.path()));
  private readonly list = computed(() => inboxAddress(this.organizationId()));
  protected readonly back = computed(() => this.router.parseUrl(this.trail.back(this.list())));
  protected readonly next = computed(() => this.trail.neighbour(this.list(), this.requestId(), 1));
  protected readonly previous = computed(() => this.trail.neighbour(this.list(), this.requestId(), -1));

  private readonly answered = computed(() => this.request.hasValue() && this.request.value().state === 'answered');
  protected readonly kind = linkedSignal<boolean, WritingKind>({ source: this.answered, computation: (answered) => (answered ? 'reopen' : 'reply') });

  /** Begins to write something: what was typed so far stays. */
  protected write(kind: WritingKind): void {
    this.kind.set(kind);
    this.composer()?.focus();
  }

  protected press(event: KeyboardEvent): void {
    const kind = KEYS[event.key];
    if (kind === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || this.composer() === undefined) return;
    event.preventDefault();
    this.write(this.answered() && kind !== 'note' ? 'reopen' : kind);
  }
}
