import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Lockbox } from '@smartpar/access/model';
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
  RecordPage,
  Toasts,
} from '@smartpar/platform/ui';
import type { Problem } from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { freshOnLockbox } from '../../changes/fresh-on-change';
import { DecideLockbox } from '../decide/decide-lockbox';
import { LockboxWords } from '../lockbox-words';
import { LockboxLooks } from '../looks/lockbox-looks';
import { LockboxStateChip } from '../state/lockbox-state';

/** One request of SmartPAR's staff: to be decided, watched while it runs, ended, and read afterwards. */
@Component({
  selector: 'sp-lockbox-page',
  imports: [
    CanPipe,
    DecideLockbox,
    Icon,
    LockboxLooks,
    LockboxStateChip,
    MatButton,
    MomentPipe,
    PageHeader,
    Pending,
    ProblemNote,
    RecordPage,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './lockbox-page.html',
  styleUrls: ['../../styles/record.scss', './lockbox-page.scss'],
})
export class LockboxPage {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(LockboxWords);

  readonly organizationId = input.required<string>();
  readonly lockboxId = input.required<string>();

  protected readonly lockbox = httpResource<Lockbox>(() => apiAddress(`/organizations/${this.organizationId()}/lockboxes/${this.lockboxId()}`));
  private readonly act = new Act();
  private readonly left = countdown(() => (this.lockbox.hasValue() && this.lockbox.value().state === 'running' ? this.lockbox.value().until : null));
  protected readonly leftText = computed(() => clockText(this.left()));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    freshOnLockbox(this.lockbox);
  }

  protected show(lockbox: Lockbox): void {
    this.lockbox.set(lockbox);
  }

  protected async end(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const path = `/organizations/${this.organizationId()}/lockboxes/${this.lockboxId()}/invalidation`;
      this.show(await this.api.post<Lockbox>(path, {}, this.act));
      this.toasts.show(this.language.say('lockbox.end.ended'));
    } catch (failure) {
      this.problem.set(problemOf(failure));
      this.lockbox.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
