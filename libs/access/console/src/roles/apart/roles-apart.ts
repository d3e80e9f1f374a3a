import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { type KeptSeparation, type RoleList, SUGGESTED_PAIRS } from '@smartpar/access/model';
import {
  Act,
  Api,
  apiAddress,
  Control,
  EmptyState,
  Field,
  Icon,
  Language,
  PageHeader,
  Pending,
  type Problem,
  ProblemNote,
  problemOf,
  Toasts,
  Why,
} from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { ROLE_PROBLEMS } from '../role-problems';
import { RoleWords } from '../role-words';
import { KeptLine } from './kept-line/kept-line';

type Pair = KeptSeparation['pairs'][number];
type Limit = KeptSeparation['limits'][number];

/** Which roles nobody may hold together, and how many may hold one. Each change counts at once and can be taken back. */
@Component({
  selector: 'sp-roles-apart',
  imports: [CanPipe, Control, EmptyState, Field, Icon, KeptLine, MatButton, PageHeader, Pending, ProblemNote, TranslocoPipe, Why],
  templateUrl: './roles-apart.html',
  styleUrl: './roles-apart.scss',
})
export class RolesApart {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(RoleWords);

  readonly organizationId = input.required<string>();

  protected readonly problems = ROLE_PROBLEMS;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly kept = httpResource<KeptSeparation>(() => apiAddress(`${this.path()}/role-separation`));
  private readonly known = httpResource<RoleList>(() => apiAddress(`${this.path()}/roles`));
  protected readonly roles = computed(() => (this.known.hasValue() ? this.words.shown(this.known.value()) : []));
  protected readonly suggested = computed(() => {
    const { pairs } = this.kept.value() ?? { pairs: [] };
    return SUGGESTED_PAIRS.filter(([one, other]) => !pairs.some((pair) => pair.includes(one) && pair.includes(other)));
  });

  protected name(key: string): string {
    return this.roles().find((role) => role.key === key)?.name ?? this.language.say('roles.gone');
  }

  protected keepApart(one: string, other: string): Promise<void> {
    if (one === '' || other === '' || one === other) return Promise.resolve();
    return this.save(({ pairs, limits }) => ({ pairs: [...pairs, [one, other]], limits }), 'roles.apart.pairKept');
  }

  protected allowTogether(pair: Pair): Promise<void> {
    return this.save(({ pairs, limits }) => ({ pairs: pairs.filter((one) => one !== pair), limits }), 'roles.apart.pairGone');
  }

  protected limit(role: string, most: string): Promise<void> {
    const number = Number(most);
    if (role === '' || !Number.isInteger(number) || number < 1) return Promise.resolve();
    return this.save(
      ({ pairs, limits }) => ({ pairs, limits: [...limits.filter((line) => line.role !== role), { role, most: number }] }),
      'roles.apart.limitKept',
    );
  }

  protected lift(limit: Limit): Promise<void> {
    return this.save(({ pairs, limits }) => ({ pairs, limits: limits.filter((one) => one !== limit) }), 'roles.apart.limitGone');
  }

  private async save(change: (kept: KeptSeparation) => Omit<KeptSeparation, 'version'>, said: string): Promise<void> {
    const before = this.kept.value();
    if (before === undefined) return;
    this.problem.set(null);
    try {
      this.kept.set(await this.put(change(before), before.version));
      this.toasts.show(this.language.say(said), () => void this.save(() => ({ pairs: before.pairs, limits: before.limits }), 'roles.apart.undone'));
    } catch (failure) {
      this.problem.set(problemOf(failure));
      this.kept.reload();
    }
  }

  private put(kept: Omit<KeptSeparation, 'version'>, version: number): Promise<KeptSeparation> {
    return this.api.put<KeptSeparation>(`${this.path()}/role-separation`, { version, pairs: kept.pairs, limits: kept.limits }, new Act());
  }

  private path(): string {
    return `/organizations/${this.organizationId()}`;
  }
}
