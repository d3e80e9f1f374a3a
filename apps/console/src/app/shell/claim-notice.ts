import { httpResource } from '@angular/common/http';
import { Injectable, computed, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '@smartpar/access/console';
import type { OwnClaim } from '@smartpar/organizations/model';
import { apiAddress, Banners, openAddress } from '@smartpar/platform/ui';

const ID = 'account-claim';

/** Says above the pages of one's own privacy that an organization claims one's account, for as long as one has not chosen. */
@Injectable({ providedIn: 'root' })
export class ClaimNotice {
  private readonly session = inject(Session);
  private readonly banners = inject(Banners);
  private readonly router = inject(Router);
  private readonly address = openAddress();
  /** kept apart, so that going from page to page asks nothing again; the page of claims says it itself, and after it is asked anew */
  private readonly atHome = computed(() => this.session.signedIn() && /^\/my(\/(?!claims)|$|[?#])/.test(this.address()));

  private readonly claims = httpResource<{ items: readonly OwnClaim[] }>(() => (this.atHome() ? apiAddress('/account/claims') : undefined));
  private readonly waiting = computed(() => (this.claims.hasValue() ? this.claims.value().items : []).find(({ state }) => state === 'told') ?? null);

  constructor() {
    effect(() => {
      const claim = this.waiting();
      untracked(() => this.banners.remove(ID));
      if (claim === null) return;
      this.banners.show({
        id: ID,
        tone: 'soon',
        text: 'shell.claimed',
        figures: { organization: claim.organization },
        action: { label: 'shell.claimedOpen', run: () => void this.router.navigateByUrl('/my/claims') },
      });
    });
  }
}
