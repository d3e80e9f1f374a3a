import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import { PageHeader } from '@smartpar/platform/ui';
import { HeldAccount } from './held-account/held-account';
import { HeldByOrganization } from './held-by-organization/held-by-organization';

/** What is held about the reader, in clear, with whose it is beside each value. */
@Component({
  selector: 'sp-held',
  imports: [HeldAccount, HeldByOrganization, PageHeader, TranslocoPipe],
  templateUrl: './held.html',
  styleUrl: './held.scss',
})
export class Held {
  private readonly session = inject(Session);

  protected readonly memberships = computed(() => this.session.memberships());
}
