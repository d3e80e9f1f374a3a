import { Injectable, computed, inject } from '@angular/core';
import { Abilities, Session, hasDuties, type Membership } from '@smartpar/access/console';
import { type IconName, openAddress } from '@smartpar/platform/ui';
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
  /** the organization it is in; null where the face has none */
  readonly organizationName: string | null;
}

/** Where the person is in the console, where else they could be, and the ways from here. */
@Injectable({ providedIn: 'root' })
export class WhereAmI {
  private readonly session = inject(Session);
  private readonly abilities = inject(Abilities);
  private readonly url = openAddress();

  /** Memberships with something to do. */
  private readonly duties = computed(() => this.session.memberships().filter(hasDuties));
  private readonly oversees = computed(() => this.duties().some(({ kind }) => kind === 'workforce'));

  /** The organization in the address. */
  readonly organization = computed<Membership | null>(() => {
    const id = /^\/org\/([^/?#]+)/.exec(this.url())?.[1];
    return id === undefined ? null : this.session.membershipIn(id);
  });

  /** The face in the address; where it leads into no organization of theirs, people are at their own privacy. */
  readonly face = computed<Face>(() => {
    if (this.organization() !== null) return 'organization';
    return this.url().startsWith('/oversight') ? 'oversight' : 'my';
  });

  private readonly waysFromHere = computed<readonly Way[]>(() => {
    const organization = this.organization();
    return organization === null ? this.waysOf(this.face()) : this.waysInto(organization);
  });

  /** Everywhere this person can be. */
  readonly places = computed<readonly Place[]>(() => [
    { face: 'my', name: null, icon: 'shield', address: '/my', current: this.face() === 'my' },
    ...this.duties().map((membership) => ({
      face: 'organization' as const,
      name: membership.organizationName,
      icon: 'building' as const,
      address: addressOf({ face: 'organization', path: 'home' }, membership.organizationId),
      current: this.organization()?.organizationId === membership.organizationId,
    })),
    ...(this.oversees() ? [{ face: 'oversight' as const, name: null, icon: 'eye' as const, address: '/oversight', current: this.face() === 'oversight' }] : []),
  ]);

  /** The place the person is at. */
  readonly here = computed<Place | null>(() => this.places().find((place) => place.current) ?? null);

  /** The ways of the rail: those of this face that this person may go. */
  readonly rail = computed<readonly Way[]>(() => this.waysFromHere().filter(({ entry }) => entry.place === 'rail' && !this.goesAnotherWay(entry)));

  /** Every way this person may go, the nearest first; those into an organization as far as its rules are at hand. */
  readonly ways = computed<readonly Way[]>(() => {
    const oversight = this.oversees() ? this.waysOf('oversight') : [];
    const ways = [...this.waysFromHere(), ...this.waysOf('my'), ...this.duties().flatMap((duty) => this.waysInto(duty)), ...oversight];
    return [...new Map(ways.map((way) => [way.address, way])).values()];
  });

  /** Has the rules of every organization at hand where the person has something to do; where they cannot be had, its pages are not found. */
  async learnWays(): Promise<void> {
    await Promise.allSettled(this.duties().map(({ organizationId }) => this.abilities.know(organizationId)));
  }

  /** Whoever has a wider way needs no second one beside it in the rail. */
  private goesAnotherWay({ unless }: NavigationEntry): boolean {
    const organizationId = this.organization()?.organizationId ?? null;
    return unless !== undefined && organizationId !== null && this.abilities.of(organizationId).can(unless.action, unless.noun);
  }

  private waysInto({ organizationId, organizationName }: Membership): readonly Way[] {
    return this.allowed('organization', organizationId).map((entry) => ({ entry, address: addressOf(entry, organizationId), organizationName }));
  }

  /** Oversight goes by the rules of SmartPAR's workforce. */
  private waysOf(face: Face): readonly Way[] {
    const workforce = this.session.workforce()?.organizationId ?? null;
    return this.allowed(face, workforce).map((entry) => ({ entry, address: addressOf(entry, null), organizationName: null }));
  }

  private allowed(wanted: Face, organizationId: string | null): readonly NavigationEntry[] {
    const may = ({ needs }: NavigationEntry): boolean =>
      needs === undefined || (organizationId !== null && this.abilities.of(organizationId).can(needs.action, needs.noun));
    return NAVIGATION.filter((entry) => entry.face === wanted && may(entry));
  }
}
