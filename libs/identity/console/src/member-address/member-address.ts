import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { memberAddressChange } from '@smartpar/identity/model';
import { Api, type Consequence, ConsequencePanel, Control, Field, Language, PageHeader, ProblemNote, sending, Toasts } from '@smartpar/platform/ui';

/** Gives a member another address to sign in with, and says how far that reaches. */
@Component({
  selector: 'sp-member-address',
  imports: [ConsequencePanel, Control, Field, FormField, MatButton, PageHeader, ProblemNote, TranslocoPipe],
  templateUrl: './member-address.html',
  host: { class: 'sp-stack' },
})
export class MemberAddress {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();

  protected readonly faults = {
    required: 'identity.memberAddress.missing',
    unknown: 'identity.memberAddress.unknown',
    too_small: 'identity.memberAddress.missing',
    invalid_format: 'ui.field.fault.email',
    wrong_format: 'ui.field.fault.email',
    'sign-in-address.not_of_domain': 'identity.memberAddress.notOfDomain',
  };
  protected readonly consequences = computed<readonly Consequence[]>(() => [
    { kind: 'told', text: this.language.say('identity.memberAddress.told') },
    { kind: 'stays', text: this.language.say('identity.memberAddress.stays') },
  ]);
  private readonly typed = signal({ memberNumber: '', email: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, memberAddressChange));
  protected readonly changing = sending(this.form, (message, act) => this.api.put(`/organizations/${this.organizationId()}/sign-in-address`, message, act));

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    await this.changing.send();
    if (!this.changing.sent()) return;
    this.toasts.show(this.language.say('identity.memberAddress.done', { member: this.typed().memberNumber }));
    this.typed.set({ memberNumber: '', email: '' });
    this.form().reset();
  }
}
