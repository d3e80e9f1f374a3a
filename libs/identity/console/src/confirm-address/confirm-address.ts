import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Act, Api, Icon, PageHeader, type Problem, ProblemNote, problemOf } from '@smartpar/platform/ui';
import { fragmentToken } from '../reset-password/fragment-token';

/** The code of a link that no longer works. */
const SPENT = 'link.spent';

/** What an address is asked for. */
export type AddressUse = 'private' | 'sign-in';

const USES: Readonly<Record<AddressUse, { readonly path: string; readonly words: string }>> = {
  private: { path: '/private-addresses/confirmation', words: 'identity.confirmAddress' },
  'sign-in': { path: '/sign-in-addresses/confirmation', words: 'identity.confirmSignIn' },
};

/** Somebody else signs in with the address. */
const TAKEN = 'account.address_taken';

/** An address says yes: as a private one, or as the one to sign in with. Opening the page says nothing yet: mail scanners open links too. */
@Component({
  selector: 'sp-confirm-address',
  imports: [Icon, MatButton, PageHeader, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './confirm-address.html',
})
export class ConfirmAddress {
  private readonly api = inject(Api);
  private readonly token = fragmentToken();
  private readonly act = new Act();

  /** what the address is asked for; the route says it */
  readonly use = input.required<AddressUse>();

  protected readonly words = computed(() => USES[this.use()].words);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly state = signal<'asking' | 'confirmed' | 'useless' | 'taken'>(this.token === null ? 'useless' : 'asking');

  protected async confirm(): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await this.api.post(USES[this.use()].path, { token: this.token }, this.act);
      this.state.set('confirmed');
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.code === SPENT) this.state.set('useless');
      else if (problem.code === TAKEN) this.state.set('taken');
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
