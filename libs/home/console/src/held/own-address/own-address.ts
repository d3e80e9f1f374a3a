import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, email, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MyProfile } from '@smartpar/members/model';
import { Act, Api, Control, Field, Language, ProblemNote, Toasts, problemOf, sending, type Problem } from '@smartpar/platform/ui';
import { HeldFact, type Whose } from '../held-fact/held-fact';

/** The reader's private e-mail address as an organization keeps it. Another one is asked first and counts once it says yes. */
@Component({
  selector: 'sp-own-address',
  imports: [Control, Field, FormField, HeldFact, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './own-address.html',
})
export class OwnAddress {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();
  readonly profile = input.required<MyProfile>();
  readonly whose = input.required<Whose>();
  /** something changed: the profile is to be read again */
  readonly changed = output();

  protected readonly naming = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sentences = {
    'member.address_not_private': 'home.held.addressNotPrivate',
    'member.address_asked_just_now': 'home.held.addressAskedJustNow',
  };
  protected readonly form = form(signal({ email: '' }), (path) => {
    required(path.email);
    email(path.email);
  });
  protected readonly asking = sending(this.form, async (typed, act) => {
    await this.api.put(this.path(), typed, act);
    return typed;
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.asking.send()) === undefined) return;
    this.naming.set(false);
    this.form().reset({ email: '' });
    this.told('home.held.addressAsked');
  }

  protected async remove(): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.delete(this.path(), new Act());
      this.told('home.held.addressGone');
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }

  private told(words: 'home.held.addressAsked' | 'home.held.addressGone'): void {
    this.toasts.show(this.language.say(words));
    this.changed.emit();
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/my/private-address`;
  }
}
