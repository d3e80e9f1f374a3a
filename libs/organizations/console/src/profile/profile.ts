import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe, Session } from '@smartpar/access/console';
import type { OrganizationProfile } from '@smartpar/organizations/model';
import { apiAddress, DayPipe, Formats, Language, PageHeader, Pending, Toasts } from '@smartpar/platform/ui';
import { ProfileForm } from './profile-form';

/** What the organization is called and where it is: what its deadlines are computed by. */
@Component({
  selector: 'sp-profile',
  imports: [CanPipe, DayPipe, PageHeader, Pending, ProfileForm, TranslocoPipe],
  templateUrl: './profile.html',
  styleUrl: './profile.scss',
})
export class Profile {
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();

  protected readonly profile = httpResource<OrganizationProfile>(() => apiAddress(`/organizations/${this.organizationId()}`));

  /** Shows what was saved; another name is another line in the switcher. */
  protected async saved(changed: OrganizationProfile): Promise<void> {
    this.profile.set(changed);
    this.toasts.show(this.language.say('organizations.saved'));
    await this.session.refresh();
  }
}
