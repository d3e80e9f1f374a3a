import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities, Session } from '@smartpar/access/console';
import { Icon, PageHeader } from '@smartpar/platform/ui';
import { Waiting } from './waiting/waiting';

/** The first page of an organization: what waits for those who answer, and the way to their own privacy for everyone. */
@Component({
  selector: 'sp-home',
  imports: [Icon, PageHeader, RouterLink, TranslocoPipe, Waiting],
  templateUrl: './home.html',
  styleUrl: './home.scss',
})
export class Home {
  private readonly abilities = inject(Abilities);
  private readonly session = inject(Session);

  readonly organizationId = input.required<string>();

  protected readonly answers = computed(() => this.abilities.can('answer', 'privacy-request'));
  protected readonly name = computed(() => this.session.membershipIn(this.organizationId())?.organizationName ?? '');
}
