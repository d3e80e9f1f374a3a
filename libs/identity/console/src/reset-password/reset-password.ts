import { Component, computed, inject, resource, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpenedPasswordReset, OwnData } from '@smartpar/identity/model';
import { Api, Control, Field, Formats, Icon, PageHeader, Pending, ProblemNote, problemOf, sending } from '@smartpar/platform/ui';
import { PasswordMeter } from '../password-meter/password-meter';
import { PASSWORD_FAULTS } from '../password-faults';
import { fragmentToken } from './fragment-token';

/** The code of a link that no longer works. */
const SPENT = 'link.spent';

/** Chooses a password by a mailed link: a new one, or the first. Opening the page spends nothing. */
@Component({
  selector: 'sp-reset-password',
  imports: [Control, Field, FormField, Icon, MatButton, PageHeader, PasswordMeter, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './reset-password.html',
  styleUrl: './reset-password.scss',
})
export class ResetPassword {
  private readonly api = inject(Api);
  private readonly formats = inject(Formats);
  private readonly token = fragmentToken();

  protected readonly faults = PASSWORD_FAULTS;
  protected readonly link = resource({
    params: () => this.token ?? undefined,
    loader: ({ params: token }) => this.api.post<OpenedPasswordReset>('/password-resets/preview', { token }),
  });

  private readonly typed = signal({ newPassword: '' });
  protected readonly form = form(this.typed, (path) => required(path.newPassword));
  protected readonly choosing = sending(this.form, ({ newPassword }, act) =>
    this.api.post('/password-resets/completion', { token: this.token, newPassword }, act),
  );
  protected readonly password = computed(() => this.typed().newPassword);
  protected readonly own = computed<OwnData>(() => (this.link.hasValue() ? { email: this.link.value().email, name: this.link.value().name } : { email: '' }));
  protected readonly until = computed(() => (this.link.hasValue() ? this.formats.moment(this.link.value().expiresAt) : ''));
  /** there is no link, or it no longer works */
  protected readonly useless = computed(() => this.token === null || this.choosing.problem()?.code === SPENT || codeOf(this.link.error()) === SPENT);

  protected async choose(event: Event): Promise<void> {
    event.preventDefault();
    await this.choosing.send();
  }
}

const codeOf = (failure: unknown): string | null => (failure === undefined ? null : problemOf(failure).code);
