import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Membership } from '@smartpar/access/console';
import type { AccountView, SecondFactor, SessionLine, SessionList } from '@smartpar/identity/model';
import { Formats, Language, Pending, apiAddress } from '@smartpar/platform/ui';
import { SMARTPAR_CONTACT } from '@smartpar/requests/model';
import { HeldFact, type Whose } from '../held-fact/held-fact';

/** What is kept of the reader's account: what they sign in with, and where they are signed in. */
@Component({
  selector: 'sp-held-account',
  imports: [HeldFact, MatButton, Pending, RouterLink, TranslocoPipe],
  templateUrl: './held-account.html',
  styleUrl: '../held-part.scss',
  host: { class: 'sp-card' },
})
export class HeldAccount {
  private readonly language = inject(Language);
  protected readonly formats = inject(Formats);

  readonly memberships = input.required<readonly Membership[]>();

  protected readonly account = httpResource<AccountView>(() => apiAddress('/account'));
  protected readonly sessions = httpResource<SessionList>(() => apiAddress('/account/sessions'));
  protected readonly factor = httpResource<SecondFactor>(() => apiAddress('/account/second-factor'));

  /** Whoever belongs to nobody asks SmartPAR; whoever belongs to several finds each one's contact beside its own part. */
  protected readonly whose = computed<Whose>(() => {
    const names = this.memberships().map(({ organizationName }) => organizationName);
    return names.length === 0
      ? { controller: 'SmartPAR', contact: { name: 'SmartPAR', email: SMARTPAR_CONTACT } }
      : { controller: this.formats.list(names), contact: null };
  });
  protected readonly firstOrganization = computed(() => this.memberships()[0]?.organizationId ?? null);

  /** their private address and one that waits to become it */
  protected readonly ownAddress = computed(() => {
    const { privateAddress, unconfirmedAddress } = this.factor.hasValue() ? this.factor.value() : { privateAddress: null, unconfirmedAddress: null };
    return [privateAddress, unconfirmedAddress].filter((address) => address !== null).join(', ') || null;
  });

  /** `Firefox on Windows, network 203.0.113`, as far as it is known. */
  protected placeOf({ browser, system, network }: SessionLine): string {
    const device = [browser, system].filter((part) => part !== null).join(', ');
    const known = device === '' ? this.language.say('home.held.unknownDevice') : device;
    return network === null ? known : this.language.say('home.held.place', { device: known, network });
  }
}
