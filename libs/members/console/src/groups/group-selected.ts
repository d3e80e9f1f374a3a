import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import type { MemberListItem } from '@smartpar/members/model';
import { Dialogs, Icon, Language, type Problem, ProblemNote, type Selection, Toasts, problemOf } from '@smartpar/platform/ui';
import type { GroupOrder, GroupTopic } from './group-dialog';
import { GroupMoves } from './group-moves';
import { GROUP_PROBLEMS } from './group-problems';

/** Beside what else can be done to those selected: puts them into a group, or takes them out. */
@Component({
  selector: 'sp-group-selected',
  imports: [CanPipe, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './group-selected.html',
})
export class GroupSelected {
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(Language);
  private readonly moves = inject(GroupMoves);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();
  readonly selection = input.required<Selection<MemberListItem>>();

  protected readonly problems = GROUP_PROBLEMS;
  protected readonly problem = signal<Problem | null>(null);

  protected async choose(): Promise<void> {
    const { GroupDialog } = await import('./group-dialog');
    const memberIds = this.selection()
      .chosen()
      .map(({ id }) => id);
    const order = await this.dialogs.open<GroupOrder, GroupTopic>(GroupDialog, { organizationId: this.organizationId(), count: memberIds.length });
    if (order !== undefined && (await this.move(order, memberIds))) {
      this.toasts.show(this.language.sayCount(`members.groups.moved.${order.way}`, memberIds.length, { name: order.name }));
    }
  }

  private async move({ groupId, way }: GroupOrder, memberIds: readonly string[]): Promise<boolean> {
    this.problem.set(null);
    try {
      await this.moves.move(this.organizationId(), groupId, memberIds, way);
      return true;
    } catch (failure) {
      this.problem.set(problemOf(failure));
      return false;
    }
  }
}
