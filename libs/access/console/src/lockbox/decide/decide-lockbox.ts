import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { LOCKBOX_LEAST_MINUTES, categoryWord, type Lockbox, type LockboxDecision, type ProfileCategory } from '@smartpar/access/model';
import { Api, Control, Field, GoesByKey, Icon, ProblemNote, Toasts, Language } from '@smartpar/platform/ui';
import { acting } from '../../acting/acting';
import { LockboxWords } from '../lockbox-words';

/** Lengths that may be granted, where they are not more than was asked. */
const LENGTHS: readonly number[] = [15, 30, 60, 120, 240, 480];

const NUMBER = /^\s*m?-?(\d{1,9})\s*$/i;

/** What went wrong, in words of this place. */
const SENTENCES = {
  'lockbox.settled': 'lockbox.decide.settled',
  'lockbox.own': 'lockbox.decide.own',
  'lockbox.lapsed': 'lockbox.decide.lapsed',
  'lockbox.right_too_young': 'lockbox.decide.tooYoung',
  'lockbox.too_wide': 'lockbox.decide.tooWide',
  'lockbox.scope_unknown': 'lockbox.decide.unknown',
  'lockbox.not_allowed': 'lockbox.decide.notAllowed',
};

/** Allows what SmartPAR's staff ask for, or less of it, or dismisses it: A or D, then Enter. */
@Component({
  selector: 'sp-decide-lockbox',
  imports: [Control, Field, GoesByKey, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './decide-lockbox.html',
  styleUrl: '../../granting/decide/decide-grant.scss',
})
export class DecideLockbox {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(LockboxWords);

  readonly organizationId = input.required<string>();
  readonly lockbox = input.required<Lockbox>();
  readonly decided = output<Lockbox>();
  /** it stands otherwise than it is shown */
  readonly outdated = output();

  protected readonly categoryWord = categoryWord;
  protected readonly sentences = SENTENCES;
  protected readonly acting = acting();
  private readonly left = signal<readonly ProfileCategory[]>([]);
  protected readonly chosen = computed(() => this.lockbox().asked.categories.filter((category) => !this.left().includes(category)));
  protected readonly only = signal<'asked' | 'one'>('asked');
  protected readonly number = signal('');
  private readonly shorter = signal<number | null>(null);
  protected readonly minutes = computed(() => this.shorter() ?? this.lockbox().asked.minutes);
  protected readonly lengths = computed(() => {
    const { minutes } = this.lockbox().asked;
    return [...LENGTHS.filter((length) => length < minutes && length >= LOCKBOX_LEAST_MINUTES), minutes];
  });
  protected readonly tried = signal(false);
  protected readonly wrongNumber = computed(() => this.tried() && this.only() === 'one' && !NUMBER.test(this.number()));
  protected readonly noData = computed(() => this.tried() && this.chosen().length === 0);

  protected toggle(category: ProfileCategory): void {
    this.left.update((left) => (left.includes(category) ? left.filter((one) => one !== category) : [...left, category]));
  }

  protected choose(only: string): void {
    this.only.set(only === 'one' ? 'one' : 'asked');
  }

  protected shorten(minutes: string): void {
    this.shorter.set(Number(minutes));
  }

  protected async approve(): Promise<void> {
    this.tried.set(true);
    if (this.noData() || this.wrongNumber()) return;
    const number = Number(NUMBER.exec(this.number())?.[1] ?? 0);
    const scope = this.only() === 'one' ? { scope: { reach: 'member' as const, number } } : {};
    await this.send({ outcome: 'approved', categories: [...this.chosen()], minutes: this.minutes(), ...scope }, 'lockbox.decide.approved');
  }

  protected async dismiss(): Promise<void> {
    await this.send({ outcome: 'dismissed' }, 'lockbox.decide.dismissed');
  }

  private async send(decision: LockboxDecision, said: string): Promise<void> {
    const refused = await this.acting.send(async (act) => {
      const path = `/organizations/${this.organizationId()}/lockboxes/${this.lockbox().id}/decision`;
      this.decided.emit(await this.api.post<Lockbox>(path, decision, act));
      this.toasts.show(this.language.say(said));
    });
    if (refused?.status === 409) this.outdated.emit();
  }
}
