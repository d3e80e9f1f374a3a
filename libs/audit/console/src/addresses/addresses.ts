import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import type { AddressWithSecret, CheckpointAddress, CheckpointAddressList } from '@smartpar/audit/model';
import { Api, CopyButton, Formats, Icon, Language, Pending, type Problem, ProblemNote, problemOf, Toasts, apiAddress } from '@smartpar/platform/ui';
import { AddressForm } from './address-form/address-form';

/** Where checkpoints are sent, so that somebody outside holds them; what became of the last one, and the secret of a webhook, once. */
@Component({
  selector: 'sp-checkpoint-addresses',
  imports: [AddressForm, CanPipe, CopyButton, Icon, MatButton, Pending, ProblemNote, TranslocoPipe],
  templateUrl: './addresses.html',
  styleUrl: './addresses.scss',
})
export class Addresses {
  private readonly api = inject(Api);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();

  protected readonly addresses = httpResource<CheckpointAddressList>(() => apiAddress(this.path()));
  protected readonly adding = signal(false);
  /** the secret that is shown this once, and whose it is */
  protected readonly shown = signal<{ readonly id: string; readonly secret: string } | null>(null);
  /** something is on its way, and nothing is asked for beside it: a secret that was changed twice would cut its receiver off */
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly path = computed(() => `/organizations/${this.organizationId()}/audit-log/addresses`);

  protected stateOf({ state, fault, at, sent }: CheckpointAddress): string {
    const facts = { at: this.formats.moment(at), number: sent === null ? '' : this.formats.count(sent), fault: fault === null ? '' : this.faultOf(fault) };
    return this.language.say(`audit.address.state.${state}`, facts);
  }

  protected added({ address, secret }: AddressWithSecret): void {
    this.adding.set(false);
    if (secret !== null) this.shown.set({ id: address.id, secret });
    else this.toasts.show(this.language.say('audit.address.added'));
    this.addresses.reload();
  }

  protected async changeSecret({ id }: CheckpointAddress): Promise<void> {
    const answer = await this.try(() => this.api.post<AddressWithSecret>(`${this.path()}/${id}/secret`));
    if (answer !== undefined && answer.secret !== null) this.shown.set({ id, secret: answer.secret });
  }

  protected async remove({ id, target }: CheckpointAddress): Promise<void> {
    const removed = await this.try(async () => {
      await this.api.delete(`${this.path()}/${id}`);
      return id;
    });
    if (removed !== undefined) this.toasts.show(this.language.say('audit.address.removed', { target }));
  }

  private faultOf(fault: string): string {
    const key = `audit.address.fault.${fault}`;
    return this.language.knows(key) ? this.language.say(key) : this.language.say('audit.address.fault.status', { status: fault });
  }

  private async try<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy()) return undefined;
    this.busy.set(true);
    this.problem.set(null);
    try {
      return await work();
    } catch (failure) {
      this.problem.set(problemOf(failure));
      return undefined;
    } finally {
      this.busy.set(false);
      this.addresses.reload();
    }
  }
}
