import { Injectable, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '@smartpar/access/console';
import { Banners, Formats } from '@smartpar/platform/ui';

const ID = 'second-factor-wanted';

/** Says above every page, as long as the grace lasts, that an organization will ask for a second factor, and from when on. */
@Injectable({ providedIn: 'root' })
export class FactorNotice {
  private readonly session = inject(Session);
  private readonly banners = inject(Banners);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);

  constructor() {
    effect(() => this.tell());
  }

  private tell(): void {
    const soonest = this.session
      .memberships()
      .filter(({ mayEnter, factorFrom }) => mayEnter && factorFrom !== null)
      .toSorted((one, other) => (one.factorFrom ?? '').localeCompare(other.factorFrom ?? ''))[0];
    if (soonest === undefined || this.session.facts()?.secondFactor === true) return this.banners.remove(ID);
    this.banners.show({
      id: ID,
      tone: 'soon',
      text: 'shell.factorWanted',
      figures: { organization: soonest.organizationName, day: this.formats.day(soonest.factorFrom ?? '') },
      action: { label: 'shell.factorSetUp', run: () => void this.router.navigateByUrl('/my/account') },
      dismissible: true,
    });
  }
}
