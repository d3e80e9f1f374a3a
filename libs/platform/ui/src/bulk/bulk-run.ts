import { computed, signal, type Signal } from '@angular/core';
import { Act } from '../api/act';
import { problemOf, type Problem } from '../problem/problem';

/** How many calls are under way at once: enough to be quick, few enough that others are served too. */
const AT_ONCE = 3;

/** One thing that was not done, and why. */
export interface Refusal<T> {
  readonly item: T;
  readonly problem: Problem;
}

/**
 * One act done to many things, each by a call of its own, a few at a time. What is refused stands in the way of nothing
 * else. Where there is no sense in going on (no connection, nobody signed in, no proof of who it is, too much at once) it
 * halts, keeps what is left, and goes on when told to; whatever was tried before carries the same key then, so that
 * nothing is done twice.
 */
export class BulkRun<T> {
  private readonly acts = new Map<T, Act>();
  private readonly waiting = signal<readonly T[]>([]);
  private readonly finished = signal<readonly T[]>([]);
  private readonly refusals = signal<readonly Refusal<T>[]>([]);
  private readonly halt = signal<Problem | null>(null);
  private readonly moving = signal(false);
  private stopped = false;

  /** what was done */
  readonly done: Signal<readonly T[]> = this.finished.asReadonly();
  readonly refused: Signal<readonly Refusal<T>[]> = this.refusals.asReadonly();
  /** what was not tried yet, or has to be tried again */
  readonly left: Signal<readonly T[]> = this.waiting.asReadonly();
  /** why it went no further; `null` where it did, or was stopped by hand */
  readonly problem: Signal<Problem | null> = this.halt.asReadonly();
  readonly running: Signal<boolean> = this.moving.asReadonly();
  /** how many there is an answer for */
  readonly answered = computed(() => this.finished().length + this.refusals().length);

  /**
   * @param items what it is done to
   * @param call does it to one of them, under the key of its own act
   */
  constructor(
    readonly items: readonly T[],
    private readonly call: (item: T, act: Act) => Promise<unknown>,
  ) {
    this.waiting.set(items);
  }

  /** Begins, or goes on with what is left. */
  async go(): Promise<void> {
    if (this.moving()) return;
    this.stopped = false;
    this.halt.set(null);
    this.moving.set(true);
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.work()));
    this.moving.set(false);
  }

  /** Begins nothing more; what is under way comes to its end. */
  stop(): void {
    this.stopped = true;
  }

  private async work(): Promise<void> {
    while (!this.stopped) {
      const [item, ...others] = this.waiting();
      if (item === undefined) return;
      this.waiting.set(others);
      await this.attempt(item);
    }
  }

  private async attempt(item: T): Promise<void> {
    const act = this.acts.get(item) ?? new Act();
    this.acts.set(item, act);
    try {
      await this.call(item, act);
      this.finished.update((done) => [...done, item]);
    } catch (failure) {
      const problem = problemOf(failure);
      if (!halts(problem)) return this.refusals.update((refused) => [...refused, { item, problem }]);
      this.stopped = true;
      this.halt.set(problem);
      this.waiting.update((left) => [item, ...left]);
    }
  }
}

/** What would happen to all that follow, too. */
const halts = ({ passing, status, code }: Problem): boolean =>
  passing || status === 401 || code === 'reauthentication_required' || code === 'rate_limit.exceeded';
