import { Component, inject, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CurrentSession } from '@smartpar/identity/model';
import { Act, Api, Control, Field, type Problem, ProblemNote, problemOf, sending } from '@smartpar/platform/ui';
import { CODE_FAULTS } from '../code-faults';

/** Code of a sign-in that took too long. */
const STARTS_OVER = 'sign-in.starts_over';

/** The second step of signing in: a code, or the way in that an organization's reset opened. */
@Component({
  selector: 'sp-give-code',
  imports: [Control, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './give-code.html',
})
export class GiveCode {
  private readonly api = inject(Api);
  private readonly resetAct = new Act();

  readonly entered = output<CurrentSession>();
  /** back to the password: because it took too long, or because the person wants to */
  readonly startOver = output<'too-long' | 'wanted'>();

  protected readonly faults = CODE_FAULTS;
  protected readonly sentences = {
    'sign-in.throttled': 'identity.signIn.throttled',
    'second-factor.refused': 'identity.giveCode.refused',
  };
  protected readonly form = form(signal({ code: '' }), (path) => required(path.code));
  protected readonly giving = sending(this.form, (message, act) => this.api.post<CurrentSession>('/session/code', message, act));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async give(event: Event): Promise<void> {
    event.preventDefault();
    const entered = await this.giving.send();
    if (entered !== undefined) return this.entered.emit(entered);
    if (this.giving.problem()?.code === STARTS_OVER) this.startOver.emit('too-long');
  }

  /** Comes in to the one organization that reset the second factor. */
  protected async enterByReset(): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      this.entered.emit(await this.api.post<CurrentSession>('/session/entry-by-reset', {}, this.resetAct));
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.code === STARTS_OVER) this.startOver.emit('too-long');
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
