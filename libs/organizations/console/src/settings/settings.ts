import { Component, computed, inject, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities } from '@smartpar/access/console';
import { type Way, Ways } from '@smartpar/platform/ui';

/** One page of the settings. */
interface Part {
  readonly path: string;
  /** text key */
  readonly label: string;
  readonly needs: { readonly action: string; readonly noun: string };
}

const PARTS: readonly Part[] = [
  { path: 'profile', label: 'organizations.settings.profile', needs: { action: 'read', noun: 'organization' } },
  { path: 'privacy-contact', label: 'organizations.settings.contact', needs: { action: 'read', noun: 'privacy-contact' } },
  { path: 'sites', label: 'organizations.settings.sites', needs: { action: 'read', noun: 'site' } },
  { path: 'domains', label: 'organizations.settings.domains', needs: { action: 'read', noun: 'organization-domain' } },
  { path: 'objections', label: 'organizations.settings.objections', needs: { action: 'answer', noun: 'claim-objection' } },
  { path: 'attributes', label: 'organizations.settings.attributes', needs: { action: 'read', noun: 'profile-attribute' } },
  { path: 'grants', label: 'organizations.settings.grants', needs: { action: 'read', noun: 'standing-grant' } },
  { path: 'second-factor', label: 'organizations.settings.secondFactor', needs: { action: 'read', noun: 'second-factor-requirement' } },
  { path: 'sign-in-address', label: 'organizations.settings.signInAddress', needs: { action: 'change', noun: 'sign-in-address' } },
  { path: 'usage', label: 'organizations.settings.usage', needs: { action: 'read', noun: 'usage-rules' } },
  { path: 'system-tokens', label: 'organizations.settings.systemTokens', needs: { action: 'read', noun: 'system-token' } },
  { path: 'directory', label: 'organizations.settings.directory', needs: { action: 'read', noun: 'provisioning' } },
  { path: 'leaving', label: 'organizations.settings.leaving', needs: { action: 'read', noun: 'life-rules' } },
  { path: 'templates', label: 'organizations.settings.templates', needs: { action: 'read', noun: 'reply-template' } },
];

/** The ways through an organization's settings, above whichever page is open; only those one may go. */
@Component({
  selector: 'sp-settings',
  imports: [RouterOutlet, TranslocoPipe, Ways],
  templateUrl: './settings.html',
})
export class Settings {
  private readonly abilities = inject(Abilities);

  readonly organizationId = input.required<string>();

  protected readonly ways = computed<readonly Way[]>(() =>
    PARTS.filter(({ needs }) => this.abilities.can(needs.action, needs.noun)).map(({ path, label }) => ({
      address: `/org/${this.organizationId()}/settings/${path}`,
      label,
    })),
  );
}
