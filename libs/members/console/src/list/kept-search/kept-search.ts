import { Location } from '@angular/common';
import { effect, inject, signal, untracked, type Signal } from '@angular/core';
import { Session } from '@smartpar/access/console';

/** What is searched for in a list. */
export interface KeptSearch {
  /** empty for nothing */
  readonly term: Signal<string>;
  readonly set: (term: string) => void;
}

/**
 * Keeps a search that may be somebody's name: in memory and beside the address in the browser's history, so that Back and
 * a reload find it again, and never in the address itself. Whoever signs in next at the same browser does not find it. Call it where a component's fields are made.
 * @param address whatever changes when the address does; the history's entry is written anew then
 */
export function keptSearch(address: () => unknown): KeptSearch {
  const location = inject(Location);
  const session = inject(Session);
  const state = (): SearchState => objectOf(untracked(() => location.getState()));
  const kept = state();
  const term = signal(kept.searchedIn === sessionOf(session) ? (kept.search ?? '') : '');
  effect(() => {
    address();
    const before = state();
    const now = searchState(term(), session);
    if ((before.search ?? '') !== now.search || (now.search !== '' && before.searchedIn !== now.searchedIn))
      location.replaceState(location.path(true), '', { ...before, ...now });
  });
  return { term: term.asReadonly(), set: (search) => term.set(search.trim()) };
}

/** What is kept of a search beside the address: the term, and the session it was searched in. */
export type SearchState = {
  readonly search?: string;
  readonly searchedIn?: string;
};

/** What to keep of a search, for whoever is signed in and nobody after them. */
export const searchState = (search: string | undefined, session: Session): SearchState => ({ search, searchedIn: sessionOf(session) });

const sessionOf = (session: Session): string => untracked(session.facts)?.sessionId ?? '';

function objectOf(state: unknown): SearchState {
  const { search, searchedIn, ...rest }: Readonly<Record<string, unknown>> = typeof state === 'object' && state !== null ? { ...state } : {};
  return { ...rest, ...(typeof search === 'string' && { search }), ...(typeof searchedIn === 'string' && { searchedIn }) };
}
