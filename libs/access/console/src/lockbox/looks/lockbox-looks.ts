import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LockboxLook } from '@smartpar/access/model';
import { EmptyState, freshOnNew, type IconName, keysetList, Pending, ProblemNote, Timeline, TimelineEntry } from '@smartpar/platform/ui';
import { LockboxWords } from '../lockbox-words';

const ICONS: Readonly<Record<LockboxLook['kind'], IconName>> = { list: 'people', find: 'search', reveal: 'eye' };

/** Everything staff looked at under one lockbox, newest first; read again whenever there is more of it. */
@Component({
  selector: 'sp-lockbox-looks',
  imports: [EmptyState, MatButton, Pending, ProblemNote, Timeline, TimelineEntry, TranslocoPipe],
  templateUrl: './lockbox-looks.html',
  styleUrl: './lockbox-looks.scss',
})
export class LockboxLooks {
  protected readonly words = inject(LockboxWords);

  readonly organizationId = input.required<string>();
  readonly lockboxId = input.required<string>();
  /** how many there are by now */
  readonly count = input.required<number>();
  readonly running = input.required<boolean>();

  protected readonly icons = ICONS;
  protected readonly looks = keysetList<LockboxLook>(() => ({ path: `/organizations/${this.organizationId()}/lockboxes/${this.lockboxId()}/looks` }));
  protected readonly read = { isLoading: this.looks.loading, error: this.looks.problem, reload: this.looks.reload };

  constructor() {
    freshOnNew(this.count, this.looks);
  }
}
