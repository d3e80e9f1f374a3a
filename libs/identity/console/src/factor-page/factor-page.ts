import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import { PageHeader, Reauthentication, returnAddress } from '@smartpar/platform/ui';
import { SetUpFactor } from '../set-up-factor/set-up-factor';

/** The second factor an organization asks for before it lets anybody in: set up here, or given. */
@Component({
  selector: 'sp-factor-page',
  imports: [MatButton, PageHeader, RouterLink, SetUpFactor, TranslocoPipe],
  templateUrl: './factor-page.html',
})
export class FactorPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly reauthentication = inject(Reauthentication);

  /** the organization that asks for it */
  readonly organization = input<string>();
  /** where the person wanted to go; from outside, so only addresses of this console count */
  readonly return = input<string>();

  private readonly membership = computed(() => this.session.membershipIn(this.organization() ?? ''));
  protected readonly name = computed(() => this.membership()?.organizationName ?? '');
  protected readonly limited = computed(() => (this.session.facts()?.onlyIn ?? null) !== null);
  /** there was one when the page opened, and this session has not been asked for it yet; one set up here does not count */
  protected readonly mayGive = signal(this.session.facts()?.secondFactor === true);

  /** Gives the code of the second factor there is; where the organization wants another one, it is set up below. */
  protected async give(): Promise<void> {
    if (!(await this.reauthentication.ask())) return;
    await this.session.refresh();
    if (this.membership()?.mayEnter === true) await this.goOn();
    else this.mayGive.set(false);
  }

  protected async goOn(): Promise<void> {
    await this.router.navigateByUrl(returnAddress(this.return()), { replaceUrl: true });
  }
}
