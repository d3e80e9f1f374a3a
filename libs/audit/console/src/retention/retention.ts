import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import type { LogRetention } from '@smartpar/audit/model';
import { Act, Api, Control, Field, Formats, Language, Pending, type Problem, ProblemNote, problemOf, Toasts, apiAddress } from '@smartpar/platform/ui';

/** What an owner may choose, in months; nothing keeps the log for good. */
const CHOICES = [12, 18, 24, 36, 60, 84, 120] as const;

/** How long the log is kept, what was trimmed, and for owners: to say so. */
@Component({
  selector: 'sp-log-retention',
  imports: [CanPipe, Control, Field, MatButton, Pending, ProblemNote, TranslocoPipe],
  templateUrl: './retention.html',
  styleUrl: './retention.scss',
})
export class Retention {
  private readonly api = inject(Api);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly act = new Act();

  readonly organizationId = input.required<string>();

  protected readonly retention = httpResource<LogRetention>(() => apiAddress(this.path()));
  private readonly now = computed(() => (this.retention.hasValue() ? this.retention.value() : null));
  /** what is chosen and not said yet */
  protected readonly chosen = linkedSignal(() => String(this.now()?.months ?? ''));
  protected readonly choices = computed(() =>
    [...new Set([...CHOICES, ...(this.now()?.months ? [this.now()?.months ?? 0] : [])])].sort((one, other) => one - other),
  );
  protected readonly differs = computed(() => this.chosen() !== String(this.now()?.months ?? ''));
  protected readonly state = computed(() => {
    const months = this.now()?.months ?? null;
    return months === null ? this.language.say('audit.retention.forGood') : this.language.sayCount('audit.retention.for', months);
  });
  protected readonly trimmed = computed(() => {
    const now = this.now();
    if (now === null || now.trimmed === 0 || now.trimmedAt === null) return null;
    return this.language.sayCount('audit.retention.trimmed', now.trimmed, { at: this.formats.moment(now.trimmedAt) });
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected label(months: number): string {
    return this.language.sayCount('audit.retention.months', months);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const months = this.chosen() === '' ? null : Number(this.chosen());
      this.retention.set(await this.api.put<LogRetention>(this.path(), { months }, this.act));
      this.toasts.show(this.state());
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
    this.busy.set(false);
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/audit-log/retention`;
  }
}
