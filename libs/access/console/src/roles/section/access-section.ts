import { Component, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Area, AreaWays } from '../../area-ways/area-ways';

const AREAS: readonly Area[] = [
  {
    label: 'roles.section.areas.roles',
    pages: [
      { path: 'people', label: 'roles.section.people', needs: { action: 'read', noun: 'role-assignment' } },
      { path: 'roles', label: 'roles.section.roles', needs: { action: 'read', noun: 'role' } },
      { path: 'explain', label: 'roles.section.explain', needs: { action: 'read', noun: 'explanation' } },
      { path: 'reviews', label: 'roles.section.reviews', needs: { action: 'read', noun: 'access-review' } },
    ],
  },
  {
    label: 'roles.section.areas.data',
    pages: [
      { path: 'grants', label: 'roles.section.grants', needs: { action: 'read', noun: 'grant' } },
      { path: 'extracts', label: 'roles.section.extracts', needs: { action: 'read', noun: 'extract' } },
      { path: 'alerts', label: 'roles.section.alerts', needs: { action: 'read', noun: 'volume-alert' } },
    ],
  },
  {
    label: 'roles.section.areas.unusual',
    pages: [
      { path: 'lockbox', label: 'roles.section.lockbox', needs: { action: 'read', noun: 'lockbox' } },
      { path: 'break-glass', label: 'roles.section.breakGlass', needs: { action: 'read', noun: 'break-glass' } },
      {
        path: 'break-glass/now',
        label: 'roles.section.breakGlass',
        needs: { action: 'break', noun: 'break-glass' },
        unless: { action: 'read', noun: 'break-glass' },
      },
      { path: 'violations', label: 'roles.section.violations', needs: { action: 'read', noun: 'violation' } },
      { path: 'delays', label: 'roles.section.delays', needs: { action: 'read', noun: 'ledger-delay' } },
    ],
  },
  {
    label: 'roles.section.areas.rules',
    pages: [
      { path: 'undertaking', label: 'roles.section.undertaking', needs: { action: 'list', noun: 'undertaking-signature' } },
      { path: 'evaluations', label: 'roles.section.evaluations', needs: { action: 'read', noun: 'evaluation' } },
      { path: 'ledger-names', label: 'roles.section.names', needs: { action: 'read', noun: 'ledger-names' } },
    ],
  },
];

/** The ways through what is said of access in an organization, above whichever page is open. */
@Component({
  selector: 'sp-access-section',
  imports: [RouterOutlet, TranslocoPipe, AreaWays],
  templateUrl: './access-section.html',
})
export class AccessSection {
  readonly organizationId = input.required<string>();

  protected readonly areas = AREAS;
}
