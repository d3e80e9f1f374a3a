import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StandingGrants, WideningView } from '@smartpar/access/model';
import { Act, Api, ClockChip, Icon, Language, type Problem, ProblemNote, problemOf, Toasts } from '@smartpar/platform/ui';
import { GrantWords } from '../grant-words';

const SENTENCES = { 'standing_grant.widening_settled': 'access.grants.widening.settled' };

/** What roles are to see more and nobody has agreed to yet: whoever may agrees, leaves it as it is, or takes it back. */
@Component({
  selector: 'sp-widenings',
  imports: [ClockChip, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './widenings.html',
  styleUrl: './widenings.scss',
})
export class Widenings {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(GrantWords);

  readonly organizationId = input.required<string>();
  readonly waiting = input.required<readonly WideningView[]>();
  /** how the grants stand now */
  readonly settled = output<StandingGrants>();
  /** what is shown is old */
  readonly outdated = output();

  protected readonly sentences = SENTENCES;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);

  protected before({ role, category, from }: WideningView): string {
    return this.words.effect({ role, category, ...from });
  }

  protected after({ role, category, to }: WideningView): string {
    return this.words.effect({ role, category, ...to });
  }

  /** What whoever reads this has to do with it. */
  protected standing({ alone, requestedBy, may, obstacle }: WideningView): string {
    if (alone) return requestedBy.self ? 'access.grants.widening.aloneOwn' : 'access.grants.widening.alone';
    if (requestedBy.self) return 'access.grants.widening.own';
    if (may.approve) return 'access.grants.widening.decide';
    return obstacle === null ? 'access.grants.widening.others' : `access.grants.widening.obstacle.${obstacle}`;
  }

  protected async settle({ id, requestedBy }: WideningView, how: 'approval' | 'refusal'): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      const path = `/organizations/${this.organizationId()}/standing-grants/widenings/${id}/${how}`;
      this.settled.emit(await this.api.post<StandingGrants>(path, {}, new Act()));
      const said = how === 'approval' ? 'approved' : requestedBy.self ? 'withdrawn' : 'refused';
      this.toasts.show(this.language.say(`access.grants.widening.${said}`));
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      if (problem.status === 409) this.outdated.emit();
    } finally {
      this.busy.set(false);
    }
  }
}
