import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injector, assertInInjectionContext, computed, effect, inject, signal, untracked, type Signal } from '@angular/core';
import type { Page } from '@smartpar/kernel';
import type { Observable, Subscription } from 'rxjs';
import { apiAddress, type Query } from '../api/api';
import { problemOf, type Problem } from '../problem/problem';

/** What a list asks the server for: an address below `/api` and its filters. */
export interface ListRequest {
  readonly path: string;
  /** empty texts are left out */
  readonly query?: Query;
  /** asked by POST where what is asked, or where a page ends, is personal: it stands in no address then */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** A list read page by page; every page begins where the one before ended. */
export interface KeysetList<T> {
  readonly items: Signal<readonly T[]>;
  /** the first page is on its way */
  readonly loading: Signal<boolean>;
  /** a further page is on its way */
  readonly loadingMore: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
  /** the server has more than what is here */
  readonly more: Signal<boolean>;
  /** answered, and there is nothing */
  readonly empty: Signal<boolean>;
  /** Reads the next page, or tries the failed one again. */
  readonly loadMore: () => void;
  /** Reads from the beginning; what is shown stays until the answer comes. */
  readonly reload: () => void;
  /** Changes what is shown, ahead of the server's answer. */
  readonly change: (change: (items: readonly T[]) => readonly T[]) => void;
}

interface State<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly phase: 'first' | 'further' | 'still';
  readonly answered: boolean;
  readonly problem: Problem | null;
}

/** Answers of a server that shows a list no more. */
const REFUSED: ReadonlySet<number> = new Set([401, 403, 404]);

const EMPTY = { items: [], next: null, phase: 'still', answered: false, problem: null } as const;

/**
 * Makes a list that begins anew whenever something else is asked for; whatever its request is made of may change as long as it asks for the same.
 * Call it where a component's fields are made.
 * @param wanted what to ask for, read as a signal; `undefined` asks for nothing yet
 */
export function keysetList<T>(wanted: () => ListRequest | undefined): KeysetList<T> {
  assertInInjectionContext(keysetList);
  const request = computed(wanted, { equal: asksTheSame });
  const http = inject(HttpClient);
  const state = signal<State<T>>(EMPTY);
  let running: Subscription | undefined;

  const read = (phase: 'first' | 'further'): void => {
    const asked = request();
    running?.unsubscribe();
    if (asked === undefined) return;
    const after = phase === 'further' ? state().next : null;
    state.update((now) => ({ ...now, phase, problem: null }));
    running = pageOf<T>(http, asked, after).subscribe({
      next: (page) =>
        state.update((now) => ({
          items: after === null ? page.items : [...now.items, ...page.items],
          next: page.next,
          phase: 'still',
          answered: true,
          problem: null,
        })),
      error: (failure: unknown) => {
        const problem = problemOf(failure);
        // whoever may see it no more keeps nothing of it on the screen
        if (after === null && REFUSED.has(problem.status)) return state.set({ ...EMPTY, problem });
        state.update((now) => ({ ...now, phase: 'still', problem }));
      },
    });
  };

  effect(
    () => {
      request();
      untracked(() => {
        state.set(EMPTY);
        read('first');
      });
    },
    { injector: inject(Injector) },
  );
  inject(DestroyRef).onDestroy(() => running?.unsubscribe());

  return {
    items: computed(() => state().items),
    loading: computed(() => state().phase === 'first'),
    loadingMore: computed(() => state().phase === 'further'),
    problem: computed(() => state().problem),
    more: computed(() => state().next !== null),
    empty: computed(() => state().answered && state().phase === 'still' && state().items.length === 0),
    loadMore: () => {
      if (untracked(state).phase === 'still') untracked(() => read(state().answered && state().next !== null ? 'further' : 'first'));
    },
    reload: () => untracked(() => read('first')),
    change: (change) => state.update((now) => ({ ...now, items: change(now.items) })),
  };
}

/** By value. The order of what is asked counts too: a page makes its request in one place, and beginning anew once too often does no harm. */
const asksTheSame = (one: ListRequest | undefined, other: ListRequest | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

function pageOf<T>(http: HttpClient, { path, query = {}, body }: ListRequest, after: string | null): Observable<Page<T>> {
  if (body === undefined) return http.get<Page<T>>(apiAddress(path), { params: queryOf(query, after) });
  return http.post<Page<T>>(apiAddress(path), { ...body, ...(after === null ? {} : { after }) });
}

const queryOf = (query: Query, after: string | null): Record<string, string | number | boolean> =>
  Object.fromEntries(Object.entries({ ...query, ...(after === null ? {} : { after }) }).filter(([, value]) => value !== ''));
