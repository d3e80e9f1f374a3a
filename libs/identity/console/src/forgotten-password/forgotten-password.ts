import { Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { passwordResetRequest } from '@smartpar/identity/model';
import { Api, Control, Field, Icon, PageHeader, ProblemNote, sending } from '@smartpar/platform/ui';

/** Asks for a link to choose a new password. What it says afterwards is the same for every address. */
@Component({
  selector: 'sp-forgotten-password',
  imports: [Control, Field, FormField, Icon, MatButton, PageHeader, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './forgotten-password.html',
  styleUrl: './forgotten-password.scss',
})
export class ForgottenPassword {
  private readonly api = inject(Api);

  protected readonly typed = signal({ email: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, passwordResetRequest));
  protected readonly asking = sending(this.form, (message, act) => this.api.post('/password-resets', message, act));
  /** the address a mail may be on its way to */
  protected readonly asked = signal<string | null>(null);

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    await this.asking.send();
    if (this.asking.sent()) this.asked.set(this.typed().email);
  }
}
