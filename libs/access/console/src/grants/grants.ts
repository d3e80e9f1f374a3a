import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { GRANTED_ROLES, PROFILE_CATEGORIES, categoryWord, roleSentence, roleWord } from '@smartpar/access/model';
import type { StandingGrant, StandingGrantLine, StandingGrants } from '@smartpar/access/model';
import { Act, Api, DayPipe, Dialogs, Icon, Language, PageHeader, Pending, ProblemNote, Toasts, Why, apiAddress, problemOf } from '@smartpar/platform/ui';
import type { IconName, Problem } from '@smartpar/platform/ui';
import { Abilities } from '../abilities/abilities';
import { CanPipe } from '../can/can-pipe';
import type { GrantTopic } from './grant-dialog/grant-dialog';
import { GrantWords } from './grant-words';
import { Widenings } from './widenings/widenings';

const ICONS: Readonly<Record<StandingGrant['mode'], IconName>> = { shown: 'eye', 'on-reveal': 'key', hidden: 'lock' };

/** Which roles of the organization see which data of its members, and why; owners change it. */
@Component({
  selector: 'sp-grants',
  imports: [CanPipe, DayPipe, Icon, MatButton, PageHeader, Pending, ProblemNote, TranslocoPipe, Why, Widenings],
  templateUrl: './grants.html',
  styleUrl: './grants.scss',
})
export class Grants {
  private readonly abilities = inject(Abilities);
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly words = inject(GrantWords);

  readonly organizationId = input.required<string>();

  protected readonly categories = PROFILE_CATEGORIES;
  protected readonly categoryWord = categoryWord;
  protected readonly roleWord = roleWord;
  protected readonly roleSentence = roleSentence;
  protected readonly icons = ICONS;
  protected readonly grants = httpResource<StandingGrants>(() => apiAddress(this.path()));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly rows = computed(() => {
    const lines = this.grants.hasValue() ? this.grants.value().grants : [];
    return GRANTED_ROLES.map((role) => ({
      role,
      cells: PROFILE_CATEGORIES.flatMap((category) => lines.find((line) => line.role === role && line.category === category) ?? []),
    }));
  });
  protected readonly changed = computed(() => this.overrides().length > 0);

  protected async edit(line: StandingGrantLine): Promise<void> {
    const { GrantDialog } = await import('./grant-dialog/grant-dialog');
    const chosen = await this.dialogs.open<StandingGrant, GrantTopic>(GrantDialog, { grant: line, shipped: line.shipped });
    if (chosen === undefined) return;
    const others = this.overrides().filter(({ role, category }) => role !== chosen.role || category !== chosen.category);
    await this.keep([...others, chosen], this.words.effect(chosen));
  }

  protected restoreAll(): Promise<void> {
    return this.keep([], this.language.say('access.grants.restored'));
  }

  /** Puts the grants that differ from what is shipped in the place of those before, which one may undo. */
  private async keep(grants: readonly StandingGrant[], said: string, undoable: 'undoable' | 'final' = 'undoable'): Promise<void> {
    const before = this.overrides();
    const { version = 1, waiting = [] } = this.grants.value() ?? {};
    this.problem.set(null);
    try {
      const kept = await this.api.put<StandingGrants>(this.path(), { version, grants }, new Act());
      const waits = kept.waiting.filter(({ id }) => !waiting.some((one) => one.id === id)).length;
      this.grants.set(kept);
      // what the person sees themselves may have changed with it
      void this.abilities.refresh(this.organizationId()).catch(() => undefined);
      if (waits > 0) this.toasts.show(this.language.say('access.grants.waits'));
      else this.toasts.show(said, undoable === 'undoable' ? () => void this.keep(before, this.language.say('access.grants.undone'), 'final') : undefined);
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      if (problem.status === 409) this.grants.reload();
    }
  }

  private overrides(): readonly StandingGrant[] {
    const lines = this.grants.hasValue() ? this.grants.value().grants : [];
    return lines.filter(({ changedAt }) => changedAt !== null).map(({ role, category, mode, purposes }) => ({ role, category, mode, purposes }));
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/standing-grants`;
  }
}
