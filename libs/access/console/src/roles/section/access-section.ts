import { Component, computed, inject, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Way, Ways } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';

/** One page about access. */
interface Part {
  readonly path: string;
  /** text key */
  readonly label: string;
  readonly needs: { readonly action: string; readonly noun: string };
  /** whoever may do this goes another way */
  readonly unless?: { readonly action: string; readonly noun: string };
}

const PARTS: readonly Part[] = [
  { path: 'people', label: 'roles.section.people', needs: { action: 'read', noun: 'role-assignment' } },
  { path: 'grants', label: 'roles.section.grants', needs: { action: 'read', noun: 'grant' } },
  { path: 'extracts', label: 'roles.section.extracts', needs: { action: 'read', noun: 'extract' } },
  { path: 'roles', label: 'roles.section.roles', needs: { action: 'read', noun: 'role' } },
  { path: 'explain', label: 'roles.section.explain', needs: { action: 'read', noun: 'explanation' } },
  { path: 'reviews', label: 'roles.section.reviews', needs: { action: 'read', noun: 'access-review' } },
  { path: 'lockbox', label: 'roles.section.lockbox', needs: { action: 'read', noun: 'lockbox' } },
  { path: 'break-glass', label: 'roles.section.breakGlass', needs: { action: 'read', noun: 'break-glass' } },
  {
    path: 'break-glass/now',
    label: 'roles.section.breakGlass',
    needs: { action: 'break', noun: 'break-glass' },
    unless: { action: 'read', noun: 'break-glass' },
  },
  { path: 'undertaking', label: 'roles.section.undertaking', needs: { action: 'list', noun: 'undertaking-signature' } },
  { path: 'violations', label: 'roles.section.violations', needs: { action: 'read', noun: 'violation' } },
  { path: 'delays', label: 'roles.section.delays', needs: { action: 'read', noun: 'ledger-delay' } },
  { path: 'evaluations', label: 'roles.section.evaluations', needs: { action: 'read', noun: 'evaluation' } },
  { path: 'alerts', label: 'roles.section.alerts', needs: { action: 'read', noun: 'volume-alert' } },
  { path: 'ledger-names', label: 'roles.section.names', needs: { action: 'read', noun: 'ledger-names' } },
];

/** The ways through what is said of access in an organization, above whichever page is open; only those one may go. */
@Component({
  selector: 'sp-access-section',
  imports: [RouterOutlet, TranslocoPipe, Ways],
  templateUrl: './access-section.html',
})
export class AccessSection {
  private readonly abilities = inject(Abilities);

  readonly organizationId = input.required<string>();

  protected readonly ways = computed<readonly Way[]>(() =>
    PARTS.filter(({ needs, unless }) => this.may(needs) && (unless === undefined || !this.may(unless))).map(({ path, label }) => ({
      address: `/org/${this.organizationId()}/access/${path}`,
      label,
    })),
  );

  private may({ action, noun }: Part['needs']): boolean {
    return this.abilities.can(action, noun);
  }
}
