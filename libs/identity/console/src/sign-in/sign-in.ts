import { Component, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PROOF_ADDRESS, Session } from '@smartpar/access/console';
import { type CurrentSession, signIn, type SignInAnswer } from '@smartpar/identity/model';
import { Api, Control, Field, Icon, Language, PageHeader, ProblemNote, returnAddress, sending } from '@smartpar/platform/ui';
import { GiveCode } from '../give-code/give-code';

/** The way in: address, password, and whether others use this computer too. */
@Component({
  selector: 'sp-sign-in',
  imports: [Control, Field, FormField, GiveCode, Icon, MatButton, PageHeader, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.scss',
})
export class SignIn {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly router = inject(Router);

  /** the page that wanted somebody signed in; from outside, so only addresses of this console count */
  readonly return = input<string>();

  private readonly typed = signal({ email: '', password: '', sharedComputer: false });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, signIn));
  protected readonly entering = sending(this.form, (message, act) => this.api.post<SignInAnswer>('/session', message, act));
  /** the server let them in, but the browser did not keep the cookie */
  protected readonly forgotten = signal(false);
  /** the password was right, and a code is asked for */
  protected readonly step = signal<'password' | 'code'>('password');
  /** the code took too long */
  protected readonly tooLong = signal(false);

  protected async enter(event: Event): Promise<void> {
    event.preventDefault();
    this.forgotten.set(false);
    this.tooLong.set(false);
    const answer = await this.entering.send();
    if (answer === undefined) return this.clearPassword();
    if ('codeWantedUntil' in answer) return this.step.set('code');
    await this.goIn(answer);
  }

  protected async goIn(entered: CurrentSession): Promise<void> {
    await this.session.refresh();
    if (!this.session.signedIn()) return this.forgotten.set(true);
    await this.language.use(entered.account.locale);
    await this.router.navigateByUrl(entered.onlyIn === null ? returnAddress(this.return()) : PROOF_ADDRESS, { replaceUrl: true });
  }

  /** Back to the password; it is typed anew, since this may be somebody else by now. */
  protected startOver(why: 'too-long' | 'wanted'): void {
    this.tooLong.set(why === 'too-long');
    this.typed.update((typed) => ({ ...typed, password: '' }));
    this.form().reset();
    this.step.set('password');
  }

  /** A refused password is typed anew; the address stays. */
  private clearPassword(): void {
    if (this.entering.problem()?.status === 401) this.typed.update((typed) => ({ ...typed, password: '' }));
  }
}
