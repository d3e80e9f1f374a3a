import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { privateAddressInput, type SecondFactor } from '@smartpar/identity/model';
import { Act, Api, Control, Field, Language, type Problem, ProblemNote, problemOf, sending, Toasts } from '@smartpar/platform/ui';

/** An address of one's own, to which a link can prove one should an organization have reset the second factor. */
@Component({
  selector: 'sp-private-address',
  imports: [Control, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './private-address.html',
  host: { class: 'sp-stack' },
})
export class PrivateAddress {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly removal = new Act();

  readonly factor = input.required<SecondFactor>();
  /** something changed, and is to be read again */
  readonly changed = output();

  protected readonly faults = {
    required: 'identity.signIn.fault.email',
    invalid_format: 'ui.field.fault.email',
    wrong_format: 'ui.field.fault.email',
    'private-address.not_private': 'identity.privateAddress.notPrivate',
  };
  private readonly typed = signal({ email: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, privateAddressInput));
  protected readonly asking = sending(this.form, (message, act) => this.api.put('/account/private-address', message, act));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    await this.asking.send();
    if (!this.asking.sent()) return;
    this.toasts.show(this.language.say('identity.privateAddress.asked', { email: this.typed().email }));
    this.typed.set({ email: '' });
    this.form().reset();
    this.changed.emit();
  }

  protected async remove(): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await this.api.delete('/account/private-address', this.removal);
      this.toasts.show(this.language.say('identity.privateAddress.removed'));
      this.changed.emit();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
