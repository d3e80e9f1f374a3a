import { Location } from '@angular/common';
import { effect, inject, signal, untracked, type Signal } from '@angular/core';

/** What is searched for in a list. */
export interface KeptSearch {
  /** empty for nothing */
  readonly term: Signal<string>;
  readonly set: (term: string) => void;
}

/**
 * Keeps a search that may be somebody's name: in memory and beside the address in the browser's history, so that Back and
 * a reload find it again, and never in the address itself. Call it where a component's fields are made.
 * @param address whatever changes when the address does; the history's entry is written anew then
 */
export function keptSearch(address: () => unknown): KeptSearch {
  const location = inject(Location);
  const term = signal(searchIn(location.getState()));
  effect(() => {
    address();
    const search = term();
    const state = untracked(() => location.getState());
    if (searchIn(state) !== search) location.replaceState(location.path(true), '', { ...objectOf(state), search });
  });
  return { term: term.asReadonly(), set: (search) => term.set(search.trim()) };
}

const objectOf = (state: unknown): Readonly<Record<string, unknown>> => (typeof state === 'object' && state !== null ? { ...state } : {});

function searchIn(state: unknown): string {
  const { search } = objectOf(state);
  return typeof search === 'string' ? search : '';
}
