import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Page } from '@smartpar/kernel';
import { ClockChip, EmptyState, Icon, Language, Pending, apiAddress, freshOnReturn } from '@smartpar/platform/ui';
import type { RequestListItem } from '@smartpar/requests/model';
import { inboxAddress } from '../../inbox/inbox-address';

/** How many are shown before the inbox takes over. */
const SHOWN = 8;

/** The open requests whose date comes first. */
@Component({
  selector: 'sp-waiting',
  imports: [ClockChip, EmptyState, Icon, MatButton, Pending, RouterLink, TranslocoPipe],
  templateUrl: './waiting.html',
  styleUrl: './waiting.scss',
})
export class Waiting {
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();

  protected readonly requests = httpResource<Page<RequestListItem>>(() => ({
    url: apiAddress(`/organizations/${this.organizationId()}/requests`),
    params: { state: 'open', order: 'due', size: SHOWN },
  }));
  protected readonly inbox = computed(() => inboxAddress(this.organizationId()));
  protected readonly late = computed(() => {
    if (!this.requests.hasValue()) return null;
    const { items, next } = this.requests.value();
    const late = items.filter(({ overdue }) => overdue).length;
    if (late === 0) return null;
    return late === items.length && next !== null ? this.language.say('requests.home.lateMany') : this.language.sayCount('requests.home.late', late);
  });

  constructor() {
    freshOnReturn(this.requests);
  }
}
