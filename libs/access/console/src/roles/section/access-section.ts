import { Component, computed, inject, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { leadsTo, openAddress, type Way, Ways } from '@smartpar/platform/ui';
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

/** Pages that belong together. */
interface Area {
  /** text key */
  readonly label: string;
  readonly parts: readonly Part[];
}

const AREAS: readonly Area[] = [
  {
    label: 'roles.section.areas.roles',
    parts: [
      { path: 'people', label: 'roles.section.people', needs: { action: 'read', noun: 'role-assignment' } },
      { path: 'roles', label: 'roles.section.roles', needs: { action: 'read', noun: 'role' } },
      { path: 'explain', label: 'roles.section.explain', needs: { action: 'read', noun: 'explanation' } },
      { path: 'reviews', label: 'roles.section.reviews', needs: { action: 'read', noun: 'access-review' } },
    ],
  },
  {
    label: 'roles.section.areas.data',
    parts: [
      { path: 'grants', label: 'roles.section.grants', needs: { action: 'read', noun: 'grant' } },
      { path: 'extracts', label: 'roles.section.extracts', needs: { action: 'read', noun: 'extract' } },
      { path: 'alerts', label: 'roles.section.alerts', needs: { action: 'read', noun: 'volume-alert' } },
    ],
  },
  {
    label: 'roles.section.areas.unusual',
    parts: [
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
    parts: [
      { path: 'undertaking', label: 'roles.section.undertaking', needs: { action: 'list', noun: 'undertaking-signature' } },
      { path: 'evaluations', label: 'roles.section.evaluations', needs: { action: 'read', noun: 'evaluation' } },
      { path: 'ledger-names', label: 'roles.section.names', needs: { action: 'read', noun: 'ledger-names' } },
    ],
  },
];

/** How many pages stand side by side without being parted into areas. */
const FEW = 5;

/**
 * The ways through what is said of access in an organization, above whichever page is open; only those one may go. Where there are many, they are
 * parted into areas, and the pages of the area that is open stand beneath.
 */
@Component({
  selector: 'sp-access-section',
  imports: [RouterOutlet, TranslocoPipe, Ways],
  templateUrl: './access-section.html',
})
export class AccessSection {
  private readonly abilities = inject(Abilities);
  private readonly here = openAddress();

  readonly organizationId = input.required<string>();

  private readonly open = computed(() => AREAS.map(({ label, parts }) => ({ label, ways: this.waysTo(parts) })).filter(({ ways }) => ways.length > 0));

  private readonly all = computed(() => this.open().flatMap(({ ways }) => ways));

  protected readonly areas = computed<readonly Way[]>(() =>
    this.all().length <= FEW
      ? []
      : this.open().map(({ label, ways }) => ({ label, address: ways[0]?.address ?? '', among: ways.map(({ address }) => address) })),
  );

  protected readonly ways = computed<readonly Way[]>(() => {
    const area = this.areas().find((way) => leadsTo(way, this.here()));
    return area === undefined ? this.all() : this.all().filter(({ address }) => area.among?.includes(address));
  });

  private waysTo(parts: readonly Part[]): readonly Way[] {
    const allowed = parts.filter(({ needs, unless }) => this.may(needs) && (unless === undefined || !this.may(unless)));
    return allowed.map(({ path, label }) => ({ address: `/org/${this.organizationId()}/access/${path}`, label }));
  }

  private may({ action, noun }: Part['needs']): boolean {
    return this.abilities.can(action, noun);
  }
}
