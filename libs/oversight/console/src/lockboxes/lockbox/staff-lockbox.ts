import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { freshOnLockbox, LockboxStateChip, LockboxWords, Session } from '@smartpar/access/console';
import type { StaffLockbox } from '@smartpar/access/model';
import {
  Act,
  Api,
  apiAddress,
  clockText,
  countdown,
  Icon,
  Language,
  MomentPipe,
  PageHeader,
  Pending,
  ProblemNote,
  problemOf,
  Toasts,
} from '@smartpar/platform/ui';
import type { Problem } from '@smartpar/platform/ui';
import { CoveredMembers } from '../covered/covered-members';

/** One lockbox of a staff member: waiting, running with whose data it is and how long is left, or over. */
@Component({
  selector: 'sp-staff-lockbox',
  imports: [CoveredMembers, Icon, LockboxStateChip, MatButton, MomentPipe, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './staff-lockbox.html',
  styleUrl: './staff-lockbox.scss',
})
export class StaffLockboxPage {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(LockboxWords);

  readonly lockboxId = input.required<string>();

  protected readonly lockbox = httpResource<StaffLockbox>(() => {
    const path = this.path();
    return path === null ? undefined : apiAddress(path);
  });
  private readonly act = new Act();
  private readonly now = computed(() => (this.lockbox.hasValue() ? this.lockbox.value() : null));
  private readonly left = countdown(() => (this.now()?.state === 'running' ? (this.now()?.until ?? null) : null));
  protected readonly leftText = computed(() => clockText(this.left()));
  /** what is shown closes by itself to the second, even where nothing can be heard from the server */
  protected readonly open = computed(() => this.now()?.state === 'running' && this.left() > 0);
  protected readonly path = computed(() => {
    const workforce = this.session.workforce();
    return workforce === null ? null : `/organizations/${workforce.organizationId}/oversight/lockboxes/${this.lockboxId()}`;
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    freshOnLockbox(this.lockbox);
  }

  protected async end(said: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.post(`${this.path() ?? ''}/end`, {}, this.act);
      this.toasts.show(this.language.say(said));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
      this.lockbox.reload();
    }
  }
}
