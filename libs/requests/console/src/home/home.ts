import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities } from '@smartpar/access/console';
import { EmptyState, PageHeader } from '@smartpar/platform/ui';
import { Waiting } from './waiting/waiting';

/** The first page of an organization: what waits for those who answer, and the way to their own privacy for everyone else. */
@Component({
  selector: 'sp-home',
  imports: [EmptyState, MatButton, PageHeader, RouterLink, TranslocoPipe, Waiting],
  templateUrl: './home.html',
})
export class Home {
  private readonly abilities = inject(Abilities);

  readonly organizationId = input.required<string>();

  protected readonly answers = computed(() => this.abilities.can('answer', 'privacy-request'));
}
