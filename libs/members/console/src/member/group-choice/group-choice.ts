import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities } from '@smartpar/access/console';
import type { GroupOfMember, MemberGroup, MemberView } from '@smartpar/members/model';
import { Control, Field, Icon, Language, ProblemNote, Toasts, apiAddress, problemOf, type Problem } from '@smartpar/platform/ui';
import { GroupMoves } from '../../groups/group-moves';
import { GROUP_PROBLEMS } from '../../groups/group-problems';

type NamedGroup = Pick<GroupOfMember, 'id' | 'name'>;

/** The groups a member is in. Putting in and taking out count at once and can be taken back. */
@Component({
  selector: 'sp-group-choice',
  imports: [Control, Field, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './group-choice.html',
  styleUrl: './group-choice.scss',
  host: { class: 'sp-card', '[hidden]': '!mayFill()' },
})
export class GroupChoice {
  private readonly abilities = inject(Abilities);
  private readonly language = inject(Language);
  private readonly moves = inject(GroupMoves);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();
  readonly member = input.required<MemberView>();
  /** the groups are others: the member is to be read again */
  readonly changed = output();

  protected readonly problems = GROUP_PROBLEMS;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly mayFill = computed(() => this.abilities.can('fill', 'group'));
  private readonly all = httpResource<{ items: readonly MemberGroup[] }>(() =>
    this.mayFill() ? apiAddress(`/organizations/${this.organizationId()}/groups`) : undefined,
  );
  protected readonly others = computed(() => {
    const own = this.member().groups.flatMap(({ id, put }) => (put ? [id] : []));
    return this.all.hasValue() ? this.all.value().items.filter(({ id, source }) => source === 'hand' && !own.includes(id)) : [];
  });

  protected async putIn(select: HTMLSelectElement): Promise<void> {
    const chosen = this.others().find(({ id }) => id === select.value);
    if (chosen !== undefined) await this.change(chosen, 'in');
  }

  protected takeOut(group: NamedGroup): Promise<void> {
    return this.change(group, 'out');
  }

  private async change(group: NamedGroup, way: 'in' | 'out', undo: 'undoable' | 'final' = 'undoable'): Promise<void> {
    this.problem.set(null);
    try {
      await this.moves.move(this.organizationId(), group.id, [this.member().id], way);
    } catch (failure) {
      this.problem.set(problemOf(failure));
      return;
    }
    this.changed.emit();
    const back = way === 'in' ? 'out' : 'in';
    const said = this.language.sayCount(`members.groups.moved.${way}`, 1, { name: group.name });
    this.toasts.show(said, undo === 'undoable' ? () => void this.change(group, back, 'final') : undefined);
  }
}
