import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Act, Api, Icon, PageHeader, ProblemNote, linkToken, problemOf, type Problem } from '@smartpar/platform/ui';

/** Statuses that say the link opens nothing. */
const SPENT: ReadonlySet<number> = new Set([404, 410, 422]);

/** An address somebody gave their organization says yes. Opening the page says nothing yet: mail scanners open links too. */
@Component({
  selector: 'sp-confirm-member-address',
  imports: [Icon, MatButton, PageHeader, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './confirm-member-address.html',
})
export class ConfirmMemberAddress {
  private readonly api = inject(Api);
  private readonly act = new Act();
  protected readonly token = linkToken('member-address');

  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly outcome = signal<'kept' | 'spent' | null>(null);

  protected async confirm(): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await this.api.post('/member-addresses/confirmation', { token: this.token.value() }, this.act);
      this.outcome.set('kept');
    } catch (failure) {
      const problem = problemOf(failure);
      if (SPENT.has(problem.status)) this.outcome.set('spent');
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
