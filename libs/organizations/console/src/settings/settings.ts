import { Component, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Area, AreaWays } from '@smartpar/access/console';

const AREAS: readonly Area[] = [
  {
    label: 'organizations.settings.areas.organization',
    pages: [
      { path: 'profile', label: 'organizations.settings.profile', needs: { action: 'read', noun: 'organization' } },
      { path: 'privacy-contact', label: 'organizations.settings.contact', needs: { action: 'read', noun: 'privacy-contact' } },
      { path: 'sites', label: 'organizations.settings.sites', needs: { action: 'read', noun: 'site' } },
      { path: 'domains', label: 'organizations.settings.domains', needs: { action: 'read', noun: 'organization-domain' } },
      { path: 'objections', label: 'organizations.settings.objections', needs: { action: 'answer', noun: 'claim-objection' } },
      { path: 'templates', label: 'organizations.settings.templates', needs: { action: 'read', noun: 'reply-template' } },
    ],
  },
  {
    label: 'organizations.settings.areas.members',
    pages: [
      { path: 'attributes', label: 'organizations.settings.attributes', needs: { action: 'read', noun: 'profile-attribute' } },
      { path: 'grants', label: 'organizations.settings.grants', needs: { action: 'read', noun: 'standing-grant' } },
      { path: 'leaving', label: 'organizations.settings.leaving', needs: { action: 'read', noun: 'life-rules' } },
    ],
  },
  {
    label: 'organizations.settings.areas.signingIn',
    pages: [
      { path: 'second-factor', label: 'organizations.settings.secondFactor', needs: { action: 'read', noun: 'second-factor-requirement' } },
      { path: 'sign-in-address', label: 'organizations.settings.signInAddress', needs: { action: 'change', noun: 'sign-in-address' } },
    ],
  },
  {
    label: 'organizations.settings.areas.systems',
    pages: [
      { path: 'directory', label: 'organizations.settings.directory', needs: { action: 'read', noun: 'provisioning' } },
      { path: 'system-tokens', label: 'organizations.settings.systemTokens', needs: { action: 'read', noun: 'system-token' } },
      { path: 'usage', label: 'organizations.settings.usage', needs: { action: 'read', noun: 'usage-rules' } },
    ],
  },
];

/** The ways through an organization's settings, above whichever page is open. */
@Component({
  selector: 'sp-settings',
  imports: [RouterOutlet, TranslocoPipe, AreaWays],
  templateUrl: './settings.html',
})
export class Settings {
  readonly organizationId = input.required<string>();

  protected readonly areas = AREAS;
}
