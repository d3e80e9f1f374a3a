import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities, CanPipe, Session } from '@smartpar/access/console';
import { roleWord, type Role } from '@smartpar/access/model';
import { BUILT_IN_ROLES, mayBeHeldIn, type MemberView } from '@smartpar/members/model';
import { Api, Language, ProblemNote, Toasts, problemOf, type Problem } from '@smartpar/platform/ui';
import { RoleTicks } from '../../roles/role-ticks';

/** The roles a member holds, each with what it is for. Giving and taking count at once and can be taken back. */
@Component({
  selector: 'sp-role-choice',
  imports: [CanPipe, ProblemNote, RoleTicks, RouterLink, TranslocoPipe],
  templateUrl: './role-choice.html',
  styleUrl: './role-choice.scss',
  host: { class: 'sp-card', '[hidden]': '!member().may.assignRole' },
})
export class RoleChoice {
  private readonly api = inject(Api);
  private readonly abilities = inject(Abilities);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  readonly member = input.required<MemberView>();
  /** the roles are others: the member is to be read again */
  readonly changed = output();

  protected readonly problem = signal<Problem | null>(null);
  private readonly membership = computed(() => this.session.membershipIn(this.organizationId()));
  protected readonly roles = computed(() => {
    const workforce = this.membership()?.kind === 'workforce';
    return BUILT_IN_ROLES.flatMap(({ role }) => (mayBeHeldIn(role, { workforce }) ? [role] : []));
  });

  /** Where that was refused, the box shows again what still is. */
  protected async choose(role: Role, box: HTMLInputElement): Promise<void> {
    const { id } = this.member();
    const wanted = box.checked ? 'put' : 'delete';
    if (!(await this.assign(id, role, wanted))) {
      box.checked = wanted === 'delete';
      return;
    }
    const word = this.language.say(roleWord(role));
    const back = wanted === 'put' ? 'delete' : 'put';
    this.toasts.show(this.language.say(wanted === 'put' ? 'members.done.given' : 'members.done.taken', { role: word }), () => {
      void this.assign(id, role, back);
    });
  }

  private async assign(memberId: string, role: Role, method: 'put' | 'delete'): Promise<boolean> {
    const path = `/organizations/${this.organizationId()}/members/${memberId}/roles/${role}`;
    this.problem.set(null);
    try {
      await (method === 'put' ? this.api.put(path, {}) : this.api.delete(path));
      // whoever changes their own roles may do other things from here on
      if (this.membership()?.memberId === memberId) await this.abilities.refresh(this.organizationId());
      this.changed.emit();
      return true;
    } catch (failure) {
      this.problem.set(problemOf(failure));
      return false;
    }
  }
}
