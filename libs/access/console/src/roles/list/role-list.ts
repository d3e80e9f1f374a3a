import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RoleList as Roles } from '@smartpar/access/model';
import { apiAddress, EmptyState, Icon, Language, PageHeader, Pending, Why } from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { RoleWords, type ShownRole } from '../role-words';

/** Every role of an organization: those there are from the start, and the organization's own. */
@Component({
  selector: 'sp-role-list',
  imports: [CanPipe, EmptyState, Icon, MatButton, PageHeader, Pending, RouterLink, TranslocoPipe, Why],
  templateUrl: './role-list.html',
  styleUrl: './role-list.scss',
})
export class RoleList {
  private readonly words = inject(RoleWords);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();

  protected readonly roles = httpResource<Roles>(() => apiAddress(`/organizations/${this.organizationId()}/roles`));
  private readonly shown = computed(() => (this.roles.hasValue() ? this.words.shown(this.roles.value()) : []));
  protected readonly parts = computed(() => [
    { id: 'own', roles: this.shown().filter(({ version }) => version !== null) },
    { id: 'builtIn', roles: this.shown().filter(({ version }) => version === null) },
  ]);

  protected holders({ holders }: ShownRole): string {
    return this.language.sayCount('roles.list.holders', holders);
  }

  protected permitted({ abilities }: ShownRole): string {
    return this.language.sayCount('roles.list.abilities', abilities.length);
  }
}
