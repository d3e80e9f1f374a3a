import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Act, Api, Icon, PageHeader, type Problem, ProblemNote, problemOf } from '@smartpar/platform/ui';
import { fragmentToken } from '../reset-password/fragment-token';

/** The code of a link that no longer works. */
const SPENT = 'link.spent';

/** A private address says yes. Opening the page says nothing yet: mail scanners open links too. */
@Component({
  selector: 'sp-confirm-address',
  imports: [Icon, MatButton, PageHeader, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './confirm-address.html',
})
export class ConfirmAddress {
  private readonly api = inject(Api);
  private readonly token = fragmentToken();
  private readonly act = new Act();

  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly state = signal<'asking' | 'confirmed' | 'useless'>(this.token === null ? 'useless' : 'asking');

  protected async confirm(): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await this.api.post('/private-addresses/confirmation', { token: this.token }, this.act);
      this.state.set('confirmed');
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.code === SPENT) this.state.set('useless');
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
