import { Component, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import { type CurrentSession, signIn } from '@smartpar/identity/model';
import { Api, Control, Field, Icon, Language, PageHeader, ProblemNote, returnAddress, sending } from '@smartpar/platform/ui';

/** The way in: address, password, and whether others use this computer too. */
@Component({
  selector: 'sp-sign-in',
  imports: [Control, Field, FormField, Icon, MatButton, PageHeader, ProblemNote, RouterLink, TranslocoPipe],
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
  protected readonly entering = sending(this.form, (message, act) => this.api.post<CurrentSession>('/session', message, act));
  /** the server let them in, but the browser did not keep the cookie */
  protected readonly forgotten = signal(false);

  protected async enter(event: Event): Promise<void> {
    event.preventDefault();
    this.forgotten.set(false);
    const entered = await this.entering.send();
    if (entered === undefined) return this.clearPassword();
    await this.session.refresh();
    if (!this.session.signedIn()) return this.forgotten.set(true);
    await this.language.use(entered.account.locale);
    await this.router.navigateByUrl(returnAddress(this.return()), { replaceUrl: true });
  }

  /** A refused password is typed anew; the address stays. */
  private clearPassword(): void {
    if (this.entering.problem()?.status === 401) this.typed.update((typed) => ({ ...typed, password: '' }));
  }
}
