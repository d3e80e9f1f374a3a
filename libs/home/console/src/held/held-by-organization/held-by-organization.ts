import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Membership } from '@smartpar/access/console';
import { ROLES, roleWord, type Undertaking } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { memberNumberText, type MyProfile } from '@smartpar/members/model';
import { Formats, Language, Pending, Toasts, apiAddress } from '@smartpar/platform/ui';
import type { MyAdministrator, MyRequestItem } from '@smartpar/requests/model';
import { EntryActs } from '../entry-acts/entry-acts';
import { HeldFact, type Whose } from '../held-fact/held-fact';
import { HeldProfile } from '../held-profile/held-profile';
import { HeldUsage } from '../held-usage/held-usage';
import { OwnAddress } from '../own-address/own-address';
import { OwnForm } from '../own-form/own-form';

/** What one organization keeps about the reader as its member. */
@Component({
  selector: 'sp-held-by-organization',
  imports: [EntryActs, HeldFact, HeldProfile, HeldUsage, MatButton, OwnAddress, OwnForm, Pending, RouterLink, TranslocoPipe],
  templateUrl: './held-by-organization.html',
  styleUrl: '../held-part.scss',
  host: { class: 'sp-card' },
})
export class HeldByOrganization {
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);

  readonly membership = input.required<Membership>();

  protected readonly profile = httpResource<MyProfile>(() => this.at('profile'));
  protected readonly administrator = httpResource<MyAdministrator>(() => this.at('administrator'));
  protected readonly undertaking = httpResource<Undertaking>(() => apiAddress(`/organizations/${this.membership().organizationId}/undertaking`));
  protected readonly requests = httpResource<Page<MyRequestItem>>(() => this.at('requests'));
  protected readonly changing = signal(false);

  protected readonly whose = computed<Whose>(() => {
    const who = this.administrator.hasValue() ? this.administrator.value() : null;
    return { controller: who?.legalEntity ?? this.membership().organizationName, contact: who?.contact ?? null };
  });
  protected readonly number = computed(() => (this.profile.hasValue() ? memberNumberText(this.profile.value().number) : ''));
  protected readonly name = computed(() => {
    const { firstName, lastName } = this.profile.hasValue() ? this.profile.value() : { firstName: null, lastName: null };
    return [firstName, lastName].filter((part) => part !== null).join(' ');
  });
  /** a role of the organization's own, or one for a site or a group */
  protected further({ role, name, kind, place }: MyProfile['further'][number]): string {
    const builtIn = ROLES.find((one) => one === role);
    const held = builtIn === undefined ? (name ?? '') : this.language.say(roleWord(builtIn));
    return this.language.say(`home.held.further.${kind}`, { role: held, place: place ?? '' });
  }

  /** how many questions, as far as one page tells */
  protected readonly asked = computed(() => {
    if (!this.requests.hasValue()) return null;
    const { items, next } = this.requests.value();
    if (items.length === 0) return this.language.say('home.held.askedNone');
    return next === null ? this.language.sayCount('home.held.asked', items.length) : this.language.say('home.held.askedMany', { count: items.length });
  });

  protected saved(changed: MyProfile): void {
    this.profile.set(changed);
    this.changing.set(false);
    this.toasts.show(this.language.say('home.held.saved'));
  }

  private at(what: string): string {
    return apiAddress(`/organizations/${this.membership().organizationId}/my/${what}`);
  }
}
