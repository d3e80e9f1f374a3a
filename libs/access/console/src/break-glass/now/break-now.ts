import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BREAK_GLASS_GROUNDS, PROFILE_CATEGORIES, REASON_WORDS_MAX, REASON_WORDS_MIN, categoryWord } from '@smartpar/access/model';
import type { BreakGlass, OwnBreakGlass, ProfileCategory } from '@smartpar/access/model';
import {
  Api,
  apiAddress,
  clockText,
  countdown,
  ConsequencePanel,
  Control,
  Field,
  Icon,
  Language,
  PageHeader,
  Pending,
  ProblemNote,
  problemOf,
  Segmented,
  sending,
  Toasts,
} from '@smartpar/platform/ui';
import type { Problem } from '@smartpar/platform/ui';
import * as z from 'zod';
import { LockboxWords } from '../../lockbox/lockbox-words';
import { toggled } from '../../toggled';
import { Abilities } from '../../abilities/abilities';

/** What is typed. */
const typedEmergency = z.object({ ground: z.string().min(1), words: z.string().trim().min(REASON_WORDS_MIN).max(REASON_WORDS_MAX) });

/** Looks at once in an emergency, after saying why; shows what runs of one's own. */
@Component({
  selector: 'sp-break-now',
  imports: [ConsequencePanel, Control, Field, FormField, Icon, MatButton, PageHeader, Pending, ProblemNote, RouterLink, Segmented, TranslocoPipe],
  templateUrl: './break-now.html',
  styleUrl: './break-now.scss',
})
export class BreakNow {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly abilities = inject(Abilities);
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(LockboxWords);

  readonly organizationId = input.required<string>();

  protected readonly categories = PROFILE_CATEGORIES;
  protected readonly categoryWord = categoryWord;
  protected readonly mine = httpResource<OwnBreakGlass>(() => apiAddress(`${this.path()}/mine`));
  protected readonly running = computed(() => (this.mine.hasValue() ? (this.mine.value().items[0] ?? null) : null));
  private readonly left = countdown(() => this.running()?.until ?? null);
  protected readonly leftText = computed(() => clockText(this.left()));
  protected readonly grounds = computed(() =>
    BREAK_GLASS_GROUNDS.map((ground) => ({ value: ground, label: this.language.say(`breakGlass.grounds.${ground}`) })),
  );
  protected readonly consequences = computed(() => [
    { kind: 'stays' as const, text: this.language.say('breakGlass.now.hour') },
    { kind: 'told' as const, text: this.language.say('breakGlass.now.told') },
    { kind: 'told' as const, text: this.language.say('breakGlass.now.ledger') },
    { kind: 'stays' as const, text: this.language.say('breakGlass.now.review') },
  ]);
  protected readonly chosen = signal<readonly ProfileCategory[]>([]);
  protected readonly tried = signal(false);
  protected readonly ending = signal(false);
  protected readonly endProblem = signal<Problem | null>(null);

  private readonly typed = signal({ ground: '', words: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedEmergency));
  protected readonly beginning = sending(this.form, ({ ground, words }, act) =>
    this.api.post<BreakGlass>(this.path(), { ground, words: words.trim(), categories: this.chosen() }, act),
  );

  constructor() {
    // what one may see changes with it, and the notice above every page follows that
    let known: string | null = null;
    effect(() => {
      const now = this.running()?.id ?? null;
      if (this.mine.hasValue() && now !== known) untracked(() => void this.abilities.refresh(this.organizationId()).catch(() => undefined));
      if (this.mine.hasValue()) known = now;
    });
    let counted = false;
    effect(() => {
      // the hour is over: the form stands here again
      if (counted && this.left() === 0) untracked(() => this.mine.reload());
      counted = this.left() > 0;
    });
  }

  protected toggle(category: ProfileCategory): void {
    this.chosen.update((chosen) => toggled(PROFILE_CATEGORIES, chosen, category));
  }

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.chosen().length === 0) return;
    if ((await this.beginning.send()) !== undefined) this.mine.reload();
  }

  protected async end(id: string): Promise<void> {
    this.ending.set(true);
    this.endProblem.set(null);
    try {
      await this.api.post(`${this.path()}/${id}/end`);
      this.toasts.show(this.language.say('breakGlass.ended'));
      this.mine.reload();
    } catch (failure) {
      const problem = problemOf(failure);
      this.endProblem.set(problem);
      // it may be over already; where nothing answers, reading again would only take away what is said here
      if (problem.status === 404 || problem.status === 409) this.mine.reload();
    } finally {
      this.ending.set(false);
    }
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/break-glasses`;
  }
}
