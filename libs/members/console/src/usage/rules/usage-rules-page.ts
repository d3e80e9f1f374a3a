import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import { MAX_USAGE_MONTHS, type UsageKind, type UsageKindView, type UsageRulesView } from '@smartpar/members/model';
import { Act, Api, Control, Field, Language, PageHeader, Pending, type Problem, ProblemNote, Toasts, Why, apiAddress, problemOf } from '@smartpar/platform/ui';
import { UsageWords } from '../usage-words';

const MONTHS: readonly number[] = Array.from({ length: MAX_USAGE_MONTHS + 1 }, (_, months) => months);

/** Which usage data the organization collects and for how long; what was dropped at the door; owners change it. */
@Component({
  selector: 'sp-usage-rules-page',
  imports: [CanPipe, Control, Field, MatButton, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe, Why],
  templateUrl: './usage-rules-page.html',
  styleUrl: './usage-rules-page.scss',
})
export class UsageRulesPage {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly act = new Act();
  protected readonly words = inject(UsageWords);

  readonly organizationId = input.required<string>();

  protected readonly rules = httpResource<UsageRulesView>(() => apiAddress(this.path()));
  protected readonly months = MONTHS;
  /** what is chosen stays where somebody else changed it meanwhile: of theirs, only the version is taken */
  protected readonly chosen = linkedSignal<readonly UsageKindView[] | null, readonly UsageKindView[]>({
    source: () => (this.rules.hasValue() ? this.rules.value().kinds : null),
    computation: (kinds, before) => (before === undefined || before.source === null || !this.keeping ? (kinds ?? []) : before.value),
  });
  protected readonly differs = computed(() => {
    const now = this.rules.hasValue() ? this.rules.value().kinds : [];
    return this.chosen().some((one, index) => one.collected !== now[index]?.collected || one.months !== now[index].months);
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private keeping = false;

  protected collect(kind: UsageKind, collected: boolean): void {
    this.chosen.update((kinds) => kinds.map((one) => (one.kind === kind ? { ...one, collected } : one)));
  }

  protected keep(kind: UsageKind, months: string): void {
    this.chosen.update((kinds) => kinds.map((one) => (one.kind === kind ? { ...one, months: Number(months) } : one)));
  }

  protected monthsLabel(months: number): string {
    return this.language.sayCount('usage.rules.months', months);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy() || !this.rules.hasValue()) return;
    this.busy.set(true);
    this.problem.set(null);
    const kinds = Object.fromEntries(this.chosen().map(({ kind, collected, months }) => [kind, { collected, months }]));
    try {
      this.rules.set(await this.api.put<UsageRulesView>(this.path(), { version: this.rules.value().version, kinds }, this.act));
      this.toasts.show(this.language.say('usage.rules.saved'));
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      if (problem.status === 409) await this.compare();
    } finally {
      this.busy.set(false);
    }
  }

  /** Reads what somebody else saved, and keeps what is chosen here. */
  private async compare(): Promise<void> {
    const chosen = this.chosen();
    const theirs = await this.api.get<UsageRulesView>(this.path()).catch(() => undefined);
    if (theirs === undefined) return;
    this.keeping = true;
    this.rules.set(theirs);
    this.chosen.set(chosen);
    this.keeping = false;
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/usage-rules`;
  }
}
