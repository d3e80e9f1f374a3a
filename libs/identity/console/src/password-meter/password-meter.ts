import { Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnData, PasswordVerdict } from '@smartpar/identity/model';
import { Icon } from '@smartpar/platform/ui';
import { PasswordJudges } from './password-judges';

/** Judging waits until typing pauses. */
const PAUSE_MILLISECONDS = 150;

/** Most pieces of advice at once. */
const MOST_ADVICE = 2;

/** Says how hard a password is to guess, and what would make it harder. Nothing typed leaves the browser for it. */
@Component({
  selector: 'sp-password-meter',
  imports: [Icon, TranslocoPipe],
  templateUrl: './password-meter.html',
  styleUrl: './password-meter.scss',
})
export class PasswordMeter {
  private readonly judges = inject(PasswordJudges);

  /** what is being typed */
  readonly password = input.required<string>();
  /** what others know about the person */
  readonly own = input.required<OwnData>();

  private readonly judge = resource({ params: () => (this.password() === '' ? undefined : 'wanted'), loader: () => this.judges.load() });
  protected readonly verdict = signal<PasswordVerdict | null>(null);
  protected readonly steps = [1, 2, 3, 4] as const;
  protected readonly advice = computed(() => {
    const verdict = this.verdict();
    if (verdict === null || verdict.fault === null || verdict.fault === 'too_long') return [];
    const warning = verdict.warning === null ? [] : [`identity.strength.warning.${verdict.warning}`];
    return [...warning, ...verdict.suggestions.map((suggestion) => `identity.strength.advice.${suggestion}`)].slice(0, MOST_ADVICE);
  });

  constructor() {
    effect((onCleanup) => {
      const [password, own] = [this.password(), this.own()];
      const judge = this.judge.hasValue() ? this.judge.value() : null;
      if (password === '' || judge === null) return this.verdict.set(null);
      const timer = setTimeout(() => this.verdict.set(judge.judge(password, own)), PAUSE_MILLISECONDS);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
