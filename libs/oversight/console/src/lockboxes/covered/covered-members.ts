import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { categoryWord, type LockboxMember, type ProfileCategory, type StaffLockbox } from '@smartpar/access/model';
import { Api, Control, EmptyState, Field, Icon, keysetList, Pending, ProblemNote, problemOf, type Problem } from '@smartpar/platform/ui';
import { CoveredValue } from '../covered-value/covered-value';
import { whoNamed } from '../who-named';

/** The members a running lockbox covers: found by exact number or address, or page by page; everything else is masked. */
@Component({
  selector: 'sp-covered-members',
  imports: [Control, CoveredValue, EmptyState, Field, Icon, MatButton, Pending, ProblemNote, TranslocoPipe],
  templateUrl: './covered-members.html',
  styleUrl: './covered-members.scss',
})
export class CoveredMembers {
  private readonly api = inject(Api);

  /** address of the lockbox, below `/api` */
  readonly path = input.required<string>();
  readonly justification = input.required<StaffLockbox['justification']>();
  readonly categories = input.required<readonly ProfileCategory[]>();

  protected readonly categoryWord = categoryWord;
  protected readonly typed = signal('');
  protected readonly wrong = signal(false);
  protected readonly found = signal<readonly LockboxMember[] | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** the list is read, and so told, only once somebody asks for it */
  protected readonly listing = signal(false);
  protected readonly members = keysetList<LockboxMember>(() => (this.listing() ? { path: `${this.path()}/members`, query: { size: 20 } } : undefined));
  protected readonly read = { isLoading: this.members.loading, error: this.members.problem, reload: this.members.reload };

  protected async find(event: Event): Promise<void> {
    event.preventDefault();
    const who = whoNamed(this.typed());
    this.wrong.set(who === null);
    if (who === null || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.found.set((await this.api.post<{ items: LockboxMember[] }>(`${this.path()}/search`, who)).items);
      this.listing.set(false);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }

  protected list(): void {
    this.found.set(null);
    this.listing.set(true);
  }
}
