import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { WORKER_TYPES, mayHaveLastDay, type MemberAct, type MemberView, type WorkerType } from '@smartpar/members/model';
import { Act, Api, Control, Field, Language, ProblemNote, Toasts, problemOf, type Problem } from '@smartpar/platform/ui';

/** As what a member works and until when; afterwards they see no data of others. */
@Component({
  selector: 'sp-worker-choice',
  imports: [Control, Field, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './worker-choice.html',
  styleUrl: './worker-choice.scss',
  host: { class: 'sp-card', '[hidden]': '!member().may.correct' },
})
export class WorkerChoice {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly act = new Act();

  readonly organizationId = input.required<string>();
  readonly member = input.required<MemberView>();
  /** it is said otherwise now, or somebody else changed the member: they are to be read again */
  readonly changed = output();

  protected readonly types = WORKER_TYPES;
  protected readonly type = linkedSignal(() => this.member().worker.type);
  protected readonly until = linkedSignal(() => this.member().worker.until ?? '');
  protected readonly ends = computed(() => mayHaveLastDay(this.type()));
  protected readonly isSame = computed(() => {
    const { type, until } = this.member().worker;
    return this.type() === type && this.day() === until;
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  private readonly day = computed(() => (this.ends() && this.until() !== '' ? this.until() : null));

  protected choose(value: string): void {
    this.type.set(WORKER_TYPES.find((type): type is WorkerType => type === value) ?? this.type());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.member();
    this.problem.set(null);
    this.busy.set(true);
    try {
      const message = { version, type: this.type(), until: this.day() };
      await this.api.put<MemberAct>(`/organizations/${this.organizationId()}/members/${id}/worker`, message, this.act);
      this.toasts.show(this.language.say('members.worker.saved'));
      this.changed.emit();
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      if (problem.code === 'member.changed_meanwhile') this.changed.emit();
    } finally {
      this.busy.set(false);
    }
  }
}
