import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import type { RecoveryCodes as Codes, SecondFactor as Facts } from '@smartpar/identity/model';
import {
  Act,
  Api,
  apiAddress,
  type Consequence,
  ConsequencePanel,
  DayPipe,
  Icon,
  Language,
  Pending,
  type Problem,
  ProblemNote,
  problemOf,
  Toasts,
} from '@smartpar/platform/ui';
import { PrivateAddress } from '../private-address/private-address';
import { RecoveryCodes } from '../recovery-codes/recovery-codes';
import { SetUpFactor } from '../set-up-factor/set-up-factor';

/** Fewer codes than this are worth a word. */
const FEW_CODES = 4;

/** One's own second factor: set it up, replace it, turn it off, renew its recovery codes. */
@Component({
  selector: 'sp-second-factor',
  imports: [ConsequencePanel, DayPipe, Icon, MatButton, Pending, PrivateAddress, ProblemNote, RecoveryCodes, SetUpFactor, TranslocoPipe],
  templateUrl: './second-factor.html',
  styleUrl: './second-factor.scss',
})
export class SecondFactor {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly acts = { codes: new Act(), off: new Act() };

  protected readonly factor = httpResource<Facts>(() => apiAddress('/account/second-factor'));
  protected readonly replacing = signal<'idle' | 'replacing'>('idle');
  protected readonly leaving = signal<'idle' | 'leaving'>('idle');
  protected readonly consequences = computed<readonly Consequence[]>(() => [
    { kind: 'goes', text: this.language.say('identity.factor.off.password') },
    { kind: 'goes', text: this.language.say('identity.factor.off.codes') },
    ...(this.asking().length > 0 ? [{ kind: 'goes' as const, text: this.language.say('identity.factor.off.entry') }] : []),
    { kind: 'told', text: this.language.say('identity.factor.off.told') },
  ]);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly few = computed(() => this.factor.hasValue() && this.factor.value().recoveryCodesLeft < FEW_CODES);
  /** organizations that ask for one, now or soon */
  protected readonly asking = computed(() => this.session.memberships().filter(({ factorFrom }) => factorFrom !== null));

  protected async finished(): Promise<void> {
    this.replacing.set('idle');
    this.toasts.show(this.language.say('identity.factor.nowOn'));
    await this.readAgain();
  }

  protected renewCodes(): Promise<void> {
    return this.act(async () => {
      const { recoveryCodes } = await this.api.post<Codes>('/account/recovery-codes', {}, this.acts.codes);
      this.codes.set(recoveryCodes);
    });
  }

  protected turnOff(): Promise<void> {
    return this.act(async () => {
      await this.api.delete('/account/second-factor', this.acts.off);
      this.leaving.set('idle');
      this.toasts.show(this.language.say('identity.factor.nowOff'));
      await this.readAgain();
    });
  }

  protected codesKept(): void {
    this.codes.set(null);
    this.factor.reload();
  }

  private async readAgain(): Promise<void> {
    this.factor.reload();
    await this.session.refresh();
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await work();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
