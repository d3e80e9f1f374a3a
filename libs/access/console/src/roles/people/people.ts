import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RoleList } from '@smartpar/access/model';
import {
  apiAddress,
  Control,
  Dialogs,
  Field,
  FilterBar,
  freshOnReturn,
  Icon,
  keysetList,
  Language,
  PageHeader,
  type Problem,
  ProblemNote,
  problemOf,
  Toasts,
  urlFilters,
  Why,
} from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { freshOnChange } from '../../changes/fresh-on-change';
import type { HeldLine } from '../answers';
import { ROLE_PROBLEMS } from '../role-problems';
import { RoleWords } from '../role-words';
import type { GivenRole, GiveTopic } from './give-dialog';
import { HeldRows } from './held-rows';
import { TakeRole } from './take-role';

/** Who holds which role, where and since when; roles are given and taken here. */
@Component({
  selector: 'sp-people',
  imports: [CanPipe, Control, Field, FilterBar, HeldRows, Icon, MatButton, PageHeader, ProblemNote, TranslocoPipe, Why],
  templateUrl: './people.html',
})
export class People {
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly taking = inject(TakeRole);
  private readonly words = inject(RoleWords);

  readonly organizationId = input.required<string>();
  /** a role to be given at once, for whoever comes from its page */
  readonly give = input<string>();

  protected readonly problems = ROLE_PROBLEMS;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly filters = urlFilters({ role: '', member: '' });
  private readonly known = httpResource<RoleList>(() => apiAddress(`/organizations/${this.organizationId()}/roles`));
  protected readonly roles = computed(() => (this.known.hasValue() ? this.words.shown(this.known.value()) : []));
  protected readonly held = keysetList<HeldLine>(() => ({
    path: `/organizations/${this.organizationId()}/role-assignments`,
    query: { role: this.filters.values().role, memberId: this.filters.values().member },
  }));

  constructor() {
    freshOnReturn(this.held);
    freshOnChange(this.held);
    let offered = false;
    effect(() => {
      const role = this.give();
      if (offered || role === undefined || this.roles().length === 0) return;
      offered = true;
      untracked(() => void this.giveRole(role));
    });
  }

  protected async giveRole(role = ''): Promise<void> {
    const { GiveDialog } = await import('./give-dialog');
    // whoever comes from a member's page gives something to that member
    const [known] = this.filters.values().member === '' ? [] : this.held.items();
    const member = known === undefined ? '' : `M-${known.member.number}`;
    const topic: GiveTopic = { organizationId: this.organizationId(), roles: this.roles, role, member };
    const given = await this.dialogs.open<GivenRole, GiveTopic>(GiveDialog, topic);
    if (given === undefined) return;
    this.toasts.show(this.language.say('roles.people.given', { ...given }));
    this.held.reload();
  }

  protected async take(line: HeldLine): Promise<void> {
    this.problem.set(null);
    const failed = (failure: unknown): void => this.problem.set(problemOf(failure));
    await this.taking.take(this.organizationId(), line, () => this.held.reload(), failed).catch(failed);
  }
}
