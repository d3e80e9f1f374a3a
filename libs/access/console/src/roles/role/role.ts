import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RoleList } from '@smartpar/access/model';
import {
  Act,
  Api,
  apiAddress,
  ConfirmByTyping,
  Icon,
  keysetList,
  Language,
  PageHeader,
  Pending,
  type Problem,
  ProblemNote,
  problemOf,
  Toasts,
} from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { freshOnChange } from '../../changes/fresh-on-change';
import type { HeldLine } from '../answers';
import { HeldRows } from '../people/held-rows';
import { TakeRole } from '../people/take-role';
import { ROLE_PROBLEMS } from '../role-problems';
import { RoleWords } from '../role-words';

/** One role: what it permits in plain words, who holds it, and for a role of one's own, changing and retiring it. */
@Component({
  selector: 'sp-role',
  imports: [CanPipe, HeldRows, Icon, MatButton, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './role.html',
  styleUrl: './role.scss',
})
export class Role {
  private readonly api = inject(Api);
  private readonly confirm = inject(ConfirmByTyping);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly taking = inject(TakeRole);
  protected readonly words = inject(RoleWords);

  readonly organizationId = input.required<string>();
  /** a built-in role's word, or the id of a composed one */
  readonly role = input.required<string>();

  protected readonly problems = ROLE_PROBLEMS;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly roles = httpResource<RoleList>(() => apiAddress(`/organizations/${this.organizationId()}/roles`));
  protected readonly shown = computed(() => (this.roles.hasValue() ? this.words.shown(this.roles.value()).find(({ key }) => key === this.role()) : undefined));
  protected readonly groups = computed(() => this.words.groups(this.shown()?.abilities ?? []));
  protected readonly held = keysetList<HeldLine>(() => ({ path: `/organizations/${this.organizationId()}/role-assignments`, query: { role: this.role() } }));

  constructor() {
    freshOnChange(this.held);
  }

  protected async take(line: HeldLine): Promise<void> {
    this.problem.set(null);
    const failed = (failure: unknown): void => this.problem.set(problemOf(failure));
    await this.taking.take(this.organizationId(), line, () => this.again(), failed).catch(failed);
  }

  protected async retire(name: string): Promise<void> {
    const meant = await this.confirm.ask({
      title: this.language.say('roles.role.retireTitle', { name }),
      consequences: [
        { kind: 'goes', text: this.language.say('roles.role.retireGoes') },
        { kind: 'stays', text: this.language.say('roles.role.retireStays') },
      ],
      phrase: name,
      action: this.language.say('roles.role.retire'),
    });
    if (!meant) return;
    this.problem.set(null);
    try {
      await this.api.delete(`/organizations/${this.organizationId()}/roles/${this.role()}`, new Act());
      this.toasts.show(this.language.say('roles.role.retired', { name }));
      await this.router.navigate(['/org', this.organizationId(), 'access', 'roles']);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }

  private again(): void {
    this.held.reload();
    this.roles.reload();
  }
}
