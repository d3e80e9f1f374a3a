import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import { Act, Api, Control, Field, Icon, PageHeader, type Problem, ProblemNote, problemOf, sending } from '@smartpar/platform/ui';
import { CODE_FAULTS } from '../code-faults';
import { fragmentToken } from '../reset-password/fragment-token';

/** Code of an account without a private address. */
const NO_ADDRESS = 'private-address.none';

/** Where somebody whose second factor an organization reset proves that they are the holder, by what it does not control. */
@Component({
  selector: 'sp-proof',
  imports: [Control, Field, FormField, Icon, MatButton, PageHeader, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './proof.html',
  styleUrl: './proof.scss',
})
export class Proof {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly acts = { link: new Act(), asking: new Act() };
  /** the mailed link was followed here */
  protected readonly token = fragmentToken();

  protected readonly faults = CODE_FAULTS;
  protected readonly form = form(signal({ code: '' }), (path) => required(path.code));
  protected readonly proving = sending(this.form, (message, act) => this.api.post('/session/proof', message, act));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly mailed = signal<'not-yet' | 'mailed' | 'no-address'>('not-yet');

  protected readonly open = computed(() => (this.session.facts()?.onlyIn ?? null) === null);
  private readonly membership = computed(() => this.session.membershipIn(this.session.facts()?.onlyIn ?? ''));
  protected readonly organization = computed(() => this.membership()?.organizationName ?? '');
  protected readonly mayEnter = computed(() => this.membership()?.mayEnter === true);
  protected readonly organizationId = computed(() => this.membership()?.organizationId ?? null);

  protected async prove(event: Event): Promise<void> {
    event.preventDefault();
    await this.proving.send();
    if (this.proving.sent()) await this.proved();
  }

  protected askForLink(): Promise<void> {
    return this.act(async () => {
      await this.api.post('/session/proof-links', {}, this.acts.asking);
      this.mailed.set('mailed');
    });
  }

  protected proveByLink(): Promise<void> {
    return this.act(async () => {
      await this.api.post('/session/proof-by-link', { token: this.token }, this.acts.link);
      await this.proved();
    });
  }

  /** A new second factor is what is missing now. */
  private async proved(): Promise<void> {
    await this.session.refresh();
    await this.router.navigateByUrl('/my/account', { replaceUrl: true });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await work();
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.code === NO_ADDRESS) this.mailed.set('no-address');
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
