import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import type { OwnData } from '@smartpar/identity/model';
import { Api, Control, Field, Language, ProblemNote, sending, Toasts } from '@smartpar/platform/ui';
import { PASSWORD_FAULTS } from '../password-faults';
import { PasswordMeter } from '../password-meter/password-meter';

const EMPTY = { currentPassword: '', newPassword: '' };

/** Changes the password for whoever knows the current one; all other sessions end. */
@Component({
  selector: 'sp-change-password',
  imports: [Control, Field, FormField, MatButton, PasswordMeter, ProblemNote, TranslocoPipe],
  templateUrl: './change-password.html',
})
export class ChangePassword {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  protected readonly faults = PASSWORD_FAULTS;
  private readonly typed = signal(EMPTY);
  protected readonly form = form(this.typed, (path) => {
    required(path.currentPassword);
    required(path.newPassword);
  });
  protected readonly changing = sending(this.form, (change, act) => this.api.put('/account/password', change, act));
  protected readonly password = computed(() => this.typed().newPassword);
  protected readonly email = computed(() => this.session.facts()?.account.email ?? '');
  protected readonly own = computed<OwnData>(() => ({
    email: this.email(),
    organizationNames: this.session.memberships().map(({ organizationName }) => organizationName),
  }));

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    await this.changing.send();
    if (!this.changing.sent()) return;
    this.typed.set(EMPTY);
    this.form().reset();
    this.toasts.show(this.language.say('identity.account.password.changed'));
  }
}
