import { NgTemplateOutlet } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import { groupInput, type MemberGroup, MOST_COUNTED } from '@smartpar/members/model';
import {
  Act,
  Api,
  ConfirmByTyping,
  Control,
  EmptyState,
  Field,
  Icon,
  Language,
  PageHeader,
  Pending,
  type Problem,
  ProblemNote,
  Toasts,
  Why,
  apiAddress,
  problemOf,
  sending,
} from '@smartpar/platform/ui';
import { membersAddress } from '../members-address';
import { GROUP_PROBLEMS } from './group-problems';
import { GroupName } from './group-name/group-name';
import { GroupParent } from './group-parent/group-parent';
import { type GroupBranch, groupTree } from './group-tree';

/** The groups of an organization: making, renaming, moving and removing them. Who is in one is chosen in the list of members. */
@Component({
  selector: 'sp-groups',
  imports: [
    ...[CanPipe, Control, EmptyState, Field, FormField, GroupName, GroupParent, Icon, MatButton, NgTemplateOutlet],
    ...[PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe, Why],
  ],
  templateUrl: './groups.html',
  styleUrl: './groups.scss',
})
export class Groups {
  private readonly api = inject(Api);
  private readonly confirm = inject(ConfirmByTyping);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();

  protected readonly problems = GROUP_PROBLEMS;
  protected readonly problem = signal<Problem | null>(null);
  /** the group whose name is being written */
  protected readonly writing = signal<string | null>(null);
  /** the group whose place is being chosen */
  protected readonly moving = signal<string | null>(null);
  protected readonly groups = httpResource<{ items: readonly MemberGroup[] }>(() => apiAddress(this.path()));
  protected readonly all = computed(() => (this.groups.hasValue() ? this.groups.value().items : []));
  protected readonly tree = computed(() => groupTree(this.all()));
  /** gives back its type to what a template was handed */
  protected readonly branchOf = (branch: GroupBranch): GroupBranch => branch;
  private readonly typed = signal({ name: '' });
  protected readonly form = form(this.typed, (path) => {
    validateStandardSchema(path, groupInput);
  });
  protected readonly sending = sending(this.form, (group, act) => this.api.post<MemberGroup>(this.path(), group, act));

  protected membersOf(): string {
    return membersAddress(this.organizationId());
  }

  protected size({ size, everybody }: MemberGroup): string {
    const own = this.language.sayCount('members.groups.size', size);
    if (everybody === size) return own;
    if (everybody > MOST_COUNTED) return this.language.say('members.groups.sizeMany', { own, count: MOST_COUNTED });
    return this.language.say('members.groups.sizeWith', { own, count: everybody });
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const added = await this.sending.send();
    if (added === undefined) return;
    this.typed.set({ name: '' });
    this.form().reset();
    this.groups.reload();
    this.toasts.show(this.language.say('members.groups.added', { name: added.name }));
  }

  protected renamed(): void {
    this.writing.set(null);
    this.groups.reload();
    this.toasts.show(this.language.say('members.groups.renamed'));
  }

  protected moved(): void {
    this.moving.set(null);
    this.groups.reload();
    this.toasts.show(this.language.say('members.groups.movedGroup'));
  }

  /** Who was in it is not brought back by any press, so that an act for many is asked about first. */
  protected async remove({ id, name, size }: MemberGroup): Promise<void> {
    const consequences = [
      { kind: 'goes', text: this.language.say('members.groups.removeGoes') },
      { kind: 'stays', text: this.language.say('members.groups.removeStays') },
    ] as const;
    const title = this.language.say('members.groups.removeTitle', { name });
    if (size > 0 && !(await this.confirm.ask({ title, consequences, phrase: name, action: this.language.say('members.groups.remove') }))) return;
    this.problem.set(null);
    try {
      await this.api.delete(`${this.path()}/${id}`, new Act());
      this.toasts.show(this.language.say('members.groups.removed', { name }));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.groups.reload();
    }
  }

  protected path(): string {
    return `/organizations/${this.organizationId()}/groups`;
  }
}
