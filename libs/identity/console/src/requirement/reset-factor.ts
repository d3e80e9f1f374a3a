import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, type Consequence, ConsequencePanel, Control, Field, Language, ProblemNote, sending, Toasts } from '@smartpar/platform/ui';

/** Lets a member in who lost their second factor, and says how far that reaches. */
@Component({
  selector: 'sp-reset-factor',
  imports: [ConsequencePanel, Control, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './reset-factor.html',
  host: { class: 'sp-stack' },
})
export class ResetFactor {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();
  /** a member number to begin with */
  readonly member = input<string>();

  protected readonly faults = { required: 'identity.resetFactor.missing', unknown: 'identity.resetFactor.unknown' };
  protected readonly consequences = computed<readonly Consequence[]>(() => [
    { kind: 'goes', text: this.language.say('identity.resetFactor.opens') },
    { kind: 'stays', text: this.language.say('identity.resetFactor.stays') },
    { kind: 'told', text: this.language.say('identity.resetFactor.told') },
  ]);
  private readonly typed = linkedSignal(() => ({ memberNumber: this.member() ?? '' }));
  protected readonly form = form(this.typed, (path) => required(path.memberNumber));
  protected readonly resetting = sending(this.form, (message, act) =>
    this.api.post(`/organizations/${this.organizationId()}/second-factor/resets`, message, act),
  );

  protected async reset(event: Event): Promise<void> {
    event.preventDefault();
    await this.resetting.send();
    if (!this.resetting.sent()) return;
    this.toasts.show(this.language.say('identity.resetFactor.done', { member: this.typed().memberNumber }));
    this.typed.set({ memberNumber: '' });
    this.form().reset();
  }
}
