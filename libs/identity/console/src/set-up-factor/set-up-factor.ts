import { Component, computed, inject, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import type { PreparedSecondFactor, RecoveryCodes as Codes } from '@smartpar/identity/model';
import { Act, Api, Control, CopyButton, Field, type Problem, ProblemNote, problemOf, sending } from '@smartpar/platform/ui';
import { CODE_FAULTS } from '../code-faults';
import { QrPicture } from '../qr-picture/qr-picture';
import { RecoveryCodes } from '../recovery-codes/recovery-codes';

/** Code of a secret that waited too long for its first code. */
const NOTHING_PREPARED = 'second-factor.nothing_prepared';

const EMPTY = { code: '', endOtherSessions: false };

/** Sets a second factor up: picture and secret, the first code, then the recovery codes. */
@Component({
  selector: 'sp-set-up-factor',
  imports: [Control, CopyButton, Field, FormField, MatButton, ProblemNote, QrPicture, RecoveryCodes, TranslocoPipe],
  templateUrl: './set-up-factor.html',
  styleUrl: './set-up-factor.scss',
})
export class SetUpFactor {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly act = new Act();

  /** everything is set up, and the codes are kept */
  readonly done = output();

  protected readonly faults = CODE_FAULTS;
  protected readonly prepared = signal<PreparedSecondFactor | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** in a session that a reset opened it lets into one organization, and comes without recovery codes */
  protected readonly limited = computed(() => (this.session.facts()?.onlyIn ?? null) !== null);
  protected readonly secret = computed(() => this.prepared()?.secret.replace(/(.{4})(?=.)/g, '$1 ') ?? '');

  private readonly typed = signal(EMPTY);
  protected readonly form = form(this.typed, (path) => required(path.code));
  protected readonly confirming = sending(this.form, (message, act) => this.api.put<Codes>('/account/second-factor', message, act));

  /** Asks for a secret; the password is asked for first where it was typed long ago. */
  async prepare(): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      this.prepared.set(await this.api.post<PreparedSecondFactor>('/account/second-factor/preparation', {}, this.act));
      this.typed.set(EMPTY);
      this.form().reset();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const answer = await this.confirming.send();
    if (this.confirming.problem()?.code === NOTHING_PREPARED) return this.startAgain();
    if (answer === undefined) return;
    await this.session.refresh();
    if (this.limited()) return this.done.emit();
    this.codes.set(answer.recoveryCodes);
  }

  /** The codes go with the page: whoever needs them again makes new ones. */
  protected finish(): void {
    this.prepared.set(null);
    this.codes.set(null);
    this.done.emit();
  }

  private startAgain(): void {
    this.problem.set(this.confirming.problem());
    this.prepared.set(null);
  }
}
