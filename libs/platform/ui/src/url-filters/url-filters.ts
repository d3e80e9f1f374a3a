import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, convertToParamMap } from '@angular/router';

/** Filters by name; an empty text is a filter that is off. */
export type FilterValues = Readonly<Record<string, string>>;

/** Filters whose state is the address of the page: they survive reload, can be linked to, and go back with Back. */
export interface UrlFilters<F extends FilterValues> {
  readonly values: Signal<F>;
  /** how many differ from how the page begins */
  readonly active: Signal<number>;
  /** Sets some filters and leaves the others. */
  readonly set: (values: Partial<F>) => void;
  /** Sets all filters back to how the page begins. */
  readonly clear: () => void;
}

/**
 * Reads and writes a page's filters in its address. Call it where a component's fields are made.
 * @param initial every filter with the value the page begins with
 */
export function urlFilters<F extends FilterValues>(initial: F): UrlFilters<F> {
  const route = inject(ActivatedRoute);
  const router = inject(Router);
  const query = toSignal(route.queryParamMap, { initialValue: convertToParamMap({}) });
  const values = computed<F>(
    () => ({ ...initial, ...Object.fromEntries(Object.keys(initial).flatMap((name) => (query().has(name) ? [[name, query().get(name) ?? '']] : []))) }),
    {
      equal: (one, other) => Object.keys(initial).every((name) => one[name] === other[name]),
    },
  );
  const go = (wanted: FilterValues): void => {
    const queryParams = Object.fromEntries(Object.keys(initial).map((name) => [name, wanted[name] === initial[name] ? null : wanted[name]]));
    void router.navigate([], { relativeTo: route, queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  };
  return {
    values,
    active: computed(() => Object.keys(initial).filter((name) => values()[name] !== initial[name]).length),
    set: (changed) => go({ ...values(), ...changed }),
    clear: () => go(initial),
  };
}
