import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { claimObjection, movedAddress, type OwnClaim } from '@smartpar/organizations/model';
import { Act, Api, Control, Field, Formats, Icon, Language, type Problem, ProblemNote, problemOf, sending, Toasts } from '@smartpar/platform/ui';

/** What is being filled in. */
type Choice = 'move' | 'object';

/** One claim of one's own account, with what one may choose: stay, move the account to another address, or object. */
@Component({
  selector: 'sp-own-claim-card',
  imports: [Control, Field, FormField, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './own-claim-card.html',
  styleUrl: './own-claim-card.scss',
  host: { class: 'sp-stack' },
})
export class OwnClaimCard {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly staying = new Act();
  protected readonly formats = inject(Formats);

  readonly claim = input.required<OwnClaim>();
  /** something was chosen, and is to be read again */
  readonly changed = output();

  protected readonly mayChoose = computed(() => ['told', 'stays', 'objected'].includes(this.claim().state));
  protected readonly mayObject = computed(() => ['told', 'stays'].includes(this.claim().state) && this.claim().objection === null);
  protected readonly choosing = signal<Choice | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly address = signal({ email: '' });
  private readonly objection = signal({ words: '' });
  protected readonly moveForm = form(this.address, (path) => validateStandardSchema(path, movedAddress));
  protected readonly objectForm = form(this.objection, (path) => validateStandardSchema(path, claimObjection));
  protected readonly moving = sending(this.moveForm, (message, act) => this.api.put('/account/sign-in-address', message, act));
  protected readonly objecting = sending(this.objectForm, (message, act) => this.api.post(`/account/claims/${this.claim().id}/objection`, message, act));

  protected async stay(): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await this.api.post(`/account/claims/${this.claim().id}/stay`, undefined, this.staying);
      this.changed.emit();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }

  protected async move(event: Event): Promise<void> {
    event.preventDefault();
    await this.moving.send();
    if (!this.moving.sent()) return;
    this.toasts.show(this.language.say('organizations.ownClaims.asked', { email: this.address().email }));
    this.choosing.set(null);
  }

  protected async object(event: Event): Promise<void> {
    event.preventDefault();
    await this.objecting.send();
    if (!this.objecting.sent()) return;
    this.choosing.set(null);
    this.changed.emit();
  }
}
