import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities } from '@smartpar/access/console';
import type { WaitingList } from '@smartpar/home/model';
import { ClockChip, EmptyState, Formats, Icon, Language, PageHeader, Pending, apiAddress, freshOnReturn } from '@smartpar/platform/ui';
import { waitingLine } from './waiting-line';

/** The first page of an organization: everything that waits for whoever looks, and one press to get there. */
@Component({
  selector: 'sp-home',
  imports: [ClockChip, EmptyState, Icon, MatButton, PageHeader, Pending, RouterLink, TranslocoPipe],
  templateUrl: './home.html',
  styleUrl: './home.scss',
})
export class Home {
  private readonly abilities = inject(Abilities);
  private readonly language = inject(Language);
  protected readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();

  protected readonly waiting = httpResource<WaitingList>(() => apiAddress(`/organizations/${this.organizationId()}/waiting`));
  protected readonly lines = computed(() =>
    this.waiting.hasValue() ? this.waiting.value().items.map((item) => waitingLine(item, this.organizationId())) : [],
  );
  protected readonly answers = computed(() => this.abilities.can('answer', 'privacy-request'));
  protected readonly reads = computed(() => this.abilities.can('list', 'privacy-request'));
  protected readonly inbox = computed(() => `/org/${this.organizationId()}/inbox`);
  protected readonly late = computed(() => {
    const items = this.waiting.hasValue() ? this.waiting.value().items : [];
    const late = items.filter((item) => item.kind === 'request' && item.facts.overdue).length;
    return late === 0 ? null : this.language.sayCount('home.late', late);
  });

  constructor() {
    freshOnReturn(this.waiting);
  }
}
