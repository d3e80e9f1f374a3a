import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormField, email, form, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities, Session } from '@smartpar/access/console';
import type { Role } from '@smartpar/access/model';
import { BUILT_IN_ROLES, MAX_PERSON_NAME, MAX_PHONE, mayBeHeldIn, memberNumberText, type InvitedMember } from '@smartpar/members/model';
import { LOCALES } from '@smartpar/platform/contract';
import { Api, Control, Field, Formats, Icon, Language, PageHeader, ProblemNote, Toasts, apiAddress, sending } from '@smartpar/platform/ui';
import type { SiteChoices } from '../answers';
import { membersAddress } from '../members-address';
import { RoleTicks } from '../roles/role-ticks';

/** Asks a person to join: who they are, where they work, and for owners what they may do here. */
@Component({
  selector: 'sp-invite',
  imports: [Control, Field, FormField, Icon, MatButton, PageHeader, ProblemNote, RoleTicks, RouterLink, TranslocoPipe],
  templateUrl: './invite.html',
  styleUrl: './invite.scss',
})
export class Invite {
  private readonly api = inject(Api);
  private readonly abilities = inject(Abilities);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();

  protected readonly locales = LOCALES;
  protected readonly list = computed(() => membersAddress(this.organizationId()));
  protected readonly sites = httpResource<SiteChoices>(() =>
    this.abilities.can('read', 'site') ? apiAddress(`/organizations/${this.organizationId()}/sites`) : undefined,
  );
  protected readonly roles = computed(() => {
    if (!this.abilities.can('assign-role', 'member')) return [];
    const workforce = this.session.membershipIn(this.organizationId())?.kind === 'workforce';
    return BUILT_IN_ROLES.flatMap(({ role }) => (mayBeHeldIn(role, { workforce }) ? [role] : []));
  });
  protected readonly chosen = linkedSignal<readonly Role[], readonly Role[]>({ source: this.roles, computation: () => [] });

  private readonly typed = signal({ email: '', firstName: '', lastName: '', phone: '', siteId: '', locale: String(this.language.current()) });
  protected readonly form = form(this.typed, (path) => {
    required(path.email);
    email(path.email);
    required(path.firstName);
    maxLength(path.firstName, MAX_PERSON_NAME);
    maxLength(path.lastName, MAX_PERSON_NAME);
    maxLength(path.phone, MAX_PHONE);
  });
  protected readonly inviting = sending(this.form, ({ lastName, phone, siteId, ...said }, act) => {
    const message = { ...said, lastName: orNull(lastName), phone: orNull(phone), siteId: orNull(siteId), roles: this.chosen() };
    return this.api.post<InvitedMember>(`/organizations/${this.organizationId()}/members`, message, act);
  });

  protected toggle(role: Role): void {
    this.chosen.update((roles) => (roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role]));
  }

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    const invited = await this.inviting.send();
    if (invited === undefined) return;
    this.toasts.show(this.language.say('members.done.invited', { number: memberNumberText(invited.number) }));
    await this.router.navigateByUrl(`${this.list()}/${invited.memberId}`);
  }
}

const orNull = (text: string): string | null => text.trim() || null;
