import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  LOCKBOX_JUSTIFICATIONS,
  LOCKBOX_REACHES,
  PROFILE_CATEGORIES,
  categoryWord,
  type LockboxPreapproval,
  type LockboxRules as Rules,
  type ProfileCategory,
} from '@smartpar/access/model';
import { Act, Api, apiAddress, Control, Field, Icon, Language, PageHeader, Pending, ProblemNote, problemOf, Segmented, Toasts } from '@smartpar/platform/ui';
import type { Problem } from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { toggled } from '../../toggled';
import { LockboxWords } from '../lockbox-words';

type Justification = LockboxPreapproval['justification'];

const LENGTHS: readonly number[] = [15, 30, 60, 120, 240, 480];

/** What somebody chose, saved or not. */
interface Choices {
  readonly mode: string;
  readonly preapproved: readonly LockboxPreapproval[];
}

const NOTHING_CHOSEN: Choices = { mode: 'ask', preapproved: [] };

/** What is allowed of a kind when it is ticked: the least there is. */
const beginning = (justification: Justification): LockboxPreapproval => ({ justification, categories: [], minutes: 30, reach: 'member' });

/** Whether SmartPAR's staff may ask at all, and what is allowed without asking; owners change it. */
@Component({
  selector: 'sp-lockbox-rules',
  imports: [CanPipe, Control, Field, Icon, MatButton, PageHeader, Pending, ProblemNote, RouterLink, Segmented, TranslocoPipe],
  templateUrl: './lockbox-rules.html',
  styleUrl: './lockbox-rules.scss',
})
export class LockboxRules {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(LockboxWords);

  readonly organizationId = input.required<string>();

  protected readonly justifications = LOCKBOX_JUSTIFICATIONS;
  protected readonly categories = PROFILE_CATEGORIES;
  protected readonly reaches = LOCKBOX_REACHES;
  protected readonly lengths = LENGTHS;
  protected readonly categoryWord = categoryWord;
  protected readonly rules = httpResource<Rules>(() => apiAddress(this.path()));
  private readonly act = new Act();
  /** what was chosen here when somebody else's change came in between: of theirs, only the version is taken */
  private readonly kept = linkedSignal<string, Choices | null>({ source: () => this.organizationId(), computation: () => null });
  private readonly from = computed<Choices>(() => this.kept() ?? (this.rules.hasValue() ? this.rules.value() : NOTHING_CHOSEN));
  protected readonly mode = linkedSignal<string>(() => this.from().mode);
  protected readonly kinds = linkedSignal<readonly LockboxPreapproval[]>(() => this.from().preapproved);
  protected readonly modes = computed(() => (['ask', 'none'] as const).map((mode) => ({ value: mode, label: this.language.say(`lockbox.rules.${mode}`) })));
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lacks = computed(() => this.mode() === 'ask' && this.kinds().some(({ categories }) => categories.length === 0));

  protected kindOf(justification: Justification): LockboxPreapproval | undefined {
    return this.kinds().find((kind) => kind.justification === justification);
  }

  protected toggle(justification: Justification): void {
    const there = this.kindOf(justification) !== undefined;
    this.kinds.update((kinds) => (there ? kinds.filter((kind) => kind.justification !== justification) : [...kinds, beginning(justification)]));
  }

  protected toggleCategory(kind: LockboxPreapproval, category: ProfileCategory): void {
    const categories = [...toggled(PROFILE_CATEGORIES, kind.categories, category)];
    this.change(kind, { categories });
  }

  protected reach(kind: LockboxPreapproval, reach: string): void {
    this.change(kind, { reach: LOCKBOX_REACHES.find((one) => one === reach) ?? kind.reach });
  }

  protected length(kind: LockboxPreapproval, minutes: string): void {
    this.change(kind, { minutes: Number(minutes) });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.lacks()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const preapproved = this.mode() === 'none' ? [] : this.kinds();
      const version = this.rules.value()?.version ?? 0;
      this.rules.set(await this.api.put<Rules>(this.path(), { version, mode: this.mode(), preapproved }, this.act));
      this.kept.set(null);
      this.tried.set(false);
      this.toasts.show(this.language.say('lockbox.rules.saved'));
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      if (problem.status === 409) {
        this.kept.set({ mode: this.mode(), preapproved: this.kinds() });
        this.rules.reload();
      }
    } finally {
      this.busy.set(false);
    }
  }

  private change(kind: LockboxPreapproval, change: Partial<LockboxPreapproval>): void {
    this.kinds.update((kinds) => kinds.map((one) => (one.justification === kind.justification ? { ...one, ...change } : one)));
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/lockbox-rules`;
  }
}
