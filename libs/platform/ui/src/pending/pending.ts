import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { problemOf, type Problem } from '../problem/problem';
import { ProblemNote } from '../problem/problem-note';

/** Whatever is read from the server: a `KeysetList`, an `httpResource`, a `resource`. */
export interface Read {
  /** on its way */
  isLoading(): boolean;
  /** what it failed with */
  error(): unknown;
  /** tries again */
  reload(): unknown;
}

/** Nothing moves for what is quick. */
const QUIET_MILLISECONDS = 200;

/**
 * Stands in for what is not here yet: nothing for 200 ms, then a skeleton; or why it failed, with a button to try again.
 * Use it in the `@else` of `@if (thing.hasValue())`.
 */
@Component({
  selector: 'sp-pending',
  imports: [Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './pending.html',
  styleUrl: './pending.scss',
  host: { '[attr.aria-busy]': 'of().isLoading() || null' },
})
export class Pending {
  /** what is awaited */
  readonly of = input.required<Read>();
  /** roughly how many lines will come */
  readonly lines = input(4);

  protected readonly problem = computed<Problem | null>(() => {
    const error = this.of().error();
    return error === undefined || error === null ? null : problemOf(error);
  });
  protected readonly slow = signal(false);
  protected readonly rows = computed(() => Array.from({ length: this.lines() }, (_, index) => index));

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      clearTimeout(timer);
      untracked(() => this.slow.set(false));
      if (this.of().isLoading()) timer = setTimeout(() => this.slow.set(true), QUIET_MILLISECONDS);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
