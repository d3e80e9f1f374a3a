import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberGroup } from '@smartpar/members/model';
import { Act, Api, Control, Field, ProblemNote, problemOf, type Problem } from '@smartpar/platform/ui';
import { GROUP_PROBLEMS } from '../group-problems';
import { possibleParents } from '../group-tree';

/** Says inside which group a group stands. */
@Component({
  selector: 'sp-group-parent',
  imports: [Control, Field, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './group-parent.html',
})
export class GroupParent {
  private readonly api = inject(Api);

  /** where groups are */
  readonly path = input.required<string>();
  readonly group = input.required<MemberGroup>();
  readonly groups = input.required<readonly MemberGroup[]>();
  readonly saved = output();
  readonly left = output();

  protected readonly problems = GROUP_PROBLEMS;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly choices = computed(() => possibleParents(this.groups(), this.group().id));

  protected async save(event: Event, parentId: string): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    this.busy.set(true);
    try {
      await this.api.put(`${this.path()}/${this.group().id}/parent`, { parentId: parentId === '' ? null : parentId }, new Act());
      this.saved.emit();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
