import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { Abilities, Session, type Membership } from '@smartpar/access/console';
import type { IconName } from '@smartpar/platform/ui';
import { filter, map } from 'rxjs';
import { NAVIGATION, addressOf, type Face, type NavigationEntry } from './navigation';

/** Somewhere a person can be: their own privacy, one of their organizations, or oversight. */
export interface Place {
  readonly face: Face;
  /** the organization's name; null where the face has a name of its own */
  readonly name: string | null;
  readonly icon: IconName;
  readonly address: string;
  readonly current: boolean;
}

/** A way through the console with its address worked out. */
export interface Way {
  readonly entry: NavigationEntry;
  readonly address: string;
}

/** Where the person is in the console, where else they could be, and the ways from here. */
@Injectable({ providedIn: 'root' })
export class WhereAmI {
  private readonly session = inject(Session);
  private readonly abilities = inject(Abilities);
  private readonly router = inject(Router);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );

  /** The organization in the address. */
  readonly organization = computed<Membership | null>(() => {
    const id = /^\/org\/([^/?#]+)/.exec(this.url())?.[1];
    return id === undefined ? null : this.session.membershipIn(id);
  });

  /** The face in the address. */
  readonly face = computed<Face>(() => (this.url().startsWith('/org') ? 'organization' : this.url().startsWith('/oversight') ? 'oversight' : 'my'));

  /** Everywhere this person can be. */
  readonly places = computed<readonly Place[]>(() => [
    { face: 'my', name: null, icon: 'shield', address: '/my', current: this.face() === 'my' },
    ...this.session
      .memberships()
      .filter((membership) => membership.roles.length > 0)
      .map((membership) => ({
        face: 'organization' as const,
        name: membership.organizationName,
        icon: 'building' as const,
        address: addressOf({ face: 'organization', path: 'home' }, membership.organizationId),
        current: this.face() === 'organization' && this.organization()?.organizationId === membership.organizationId,
      })),
    ...(this.session.workforce()?.roles.length
      ? [{ face: 'oversight' as const, name: null, icon: 'eye' as const, address: '/oversight', current: this.face() === 'oversight' }]
      : []),
  ]);

  /** The place the person is at. */
  readonly here = computed<Place | null>(() => this.places().find((place) => place.current) ?? null);

  /** The ways of the rail: those of this face that this person may go. */
  readonly rail = computed<readonly Way[]>(() => this.waysOf(this.face()).filter((way) => way.entry.place === 'rail'));

  /** Every way this person may go from here. */
  readonly ways = computed<readonly Way[]>(() => (this.face() === 'my' ? this.waysOf('my') : [...this.waysOf(this.face()), ...this.waysOf('my')]));

  private waysOf(face: Face): readonly Way[] {
    const organizationId = this.organization()?.organizationId ?? null;
    return NAVIGATION.filter((entry) => entry.face === face && (entry.needs === undefined || this.abilities.can(entry.needs.action, entry.needs.noun))).map(
      (entry) => ({
        entry,
        address: addressOf(entry, organizationId),
      }),
    );
  }
}
