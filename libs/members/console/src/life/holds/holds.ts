import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Act, Api, Control, DayPipe, Field, ProblemNote, apiAddress, problemOf, type Problem } from '@smartpar/platform/ui';
import { HOLD_GROUNDS, HOLD_WORDS_MAX, type HoldGround, type HoldList } from '@smartpar/retention/model';

/** What must be kept about a member, whatever else would remove it; placed and lifted here by those who may. */
@Component({
  selector: 'sp-holds',
  imports: [Control, DayPipe, Field, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './holds.html',
  styleUrl: './holds.scss',
})
export class Holds {
  private readonly api = inject(Api);
  private readonly act = new Act();

  readonly organizationId = input.required<string>();
  readonly memberId = input.required<string>();
  readonly mayPlace = input.required<boolean>();
  readonly mayLift = input.required<boolean>();
  /** one was placed or lifted */
  readonly changed = output();

  protected readonly grounds = HOLD_GROUNDS;
  protected readonly most = HOLD_WORDS_MAX;
  protected readonly holds = httpResource<HoldList>(() => apiAddress(this.path()));
  protected readonly items = computed(() => (this.holds.hasValue() ? this.holds.value().items : []));
  /** what is being written: a new one, or why one is lifted */
  protected readonly writing = signal('nothing');
  protected readonly ground = signal<HoldGround>('dispute');
  protected readonly words = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected write(what: string): void {
    this.words.set('');
    this.problem.set(null);
    this.writing.set(what);
  }

  protected choose(value: string): void {
    this.ground.set(HOLD_GROUNDS.find((ground) => ground === value) ?? this.ground());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const words = this.words().trim();
    if (words === '' || this.busy()) return;
    const writing = this.writing();
    this.busy.set(true);
    this.problem.set(null);
    try {
      const list =
        writing === 'new'
          ? await this.api.post<HoldList>(this.path(), { ground: this.ground(), words }, this.act)
          : await this.api.post<HoldList>(`${this.path()}/${writing}/lifting`, { words }, this.act);
      this.holds.set(list);
      this.write('nothing');
      this.changed.emit();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/members/${this.memberId()}/holds`;
  }
}
