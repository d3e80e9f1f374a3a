import { Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { categoryWord, maskWord, REVEAL_SECONDS } from '@smartpar/access/model';
import type { LockboxMember, ProfileCategory, Revealed, StaffLockbox } from '@smartpar/access/model';
import { Dialogs, Icon } from '@smartpar/platform/ui';
import type { CoveredQuestion } from '../reveal/covered-reveal';

/** A value that was looked at, and how long it stays. */
interface Shown {
  readonly value: string | null;
  readonly secondsLeft: number;
}

/** One masked value that a lockbox covers, with a button to look at it; it stays a minute and is kept nowhere. */
@Component({
  selector: 'sp-covered-value',
  imports: [Icon, MatButton, TranslocoPipe],
  templateUrl: './covered-value.html',
  styleUrl: './covered-value.scss',
})
export class CoveredValue {
  private readonly dialogs = inject(Dialogs);
  private timer: ReturnType<typeof setInterval> | undefined;

  readonly path = input.required<string>();
  readonly member = input.required<LockboxMember>();
  readonly category = input.required<ProfileCategory>();
  readonly justification = input.required<StaffLockbox['justification']>();

  protected readonly mask = computed(() => maskWord(this.category()));
  protected readonly name = computed(() => categoryWord(this.category()));
  protected readonly shown = signal<Shown | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.hide());
  }

  protected async look(): Promise<void> {
    const { CoveredReveal } = await import('../reveal/covered-reveal');
    const question: CoveredQuestion = { path: this.path(), member: this.member(), category: this.category(), justification: this.justification() };
    const revealed = await this.dialogs.open<Revealed, CoveredQuestion>(CoveredReveal, question);
    if (revealed !== undefined) this.show(revealed.values[this.category()] ?? null);
  }

  protected hide(): void {
    clearInterval(this.timer);
    this.shown.set(null);
  }

  private show(value: string | null): void {
    this.hide();
    this.shown.set({ value, secondsLeft: REVEAL_SECONDS });
    const until = performance.now() + REVEAL_SECONDS * 1000;
    this.timer = setInterval(() => {
      const secondsLeft = Math.ceil((until - performance.now()) / 1000);
      if (secondsLeft <= 0) this.hide();
      else this.shown.update((shown) => shown && { ...shown, secondsLeft });
    }, 1000);
  }
}
