import { computed, signal, type Signal } from '@angular/core';
import type { KeysetList } from '../keyset-list/keyset-list';

/** Lines of a list that were picked; what the list no longer shows is not picked any more. */
export interface Selection<T> {
  /** what is picked, in the order of the list */
  readonly chosen: Signal<readonly T[]>;
  /** how many there may be at most */
  readonly most: number;
  /** as many are picked as there may be */
  readonly full: Signal<boolean>;
  /** how many lines can be picked at once: those shown, as far as there may be so many */
  readonly within: Signal<number>;
  /** what a line is called to those who hear the page */
  readonly nameOf: (item: T) => string;
  readonly has: (item: T) => boolean;
  /** Picks a line or leaves it out; as a range, with all between it and the one before. */
  readonly toggle: (item: T, reach: 'one' | 'range') => void;
  /** Picks what is shown, from the top. */
  readonly pickShown: () => void;
  readonly clear: () => void;
}

/** What tells lines apart, what they are called, and how many may be picked. */
export interface SelectionOptions<T> {
  readonly key: (item: T) => string;
  readonly name: (item: T) => string;
  readonly most: number;
}

/** Makes the selection of a list. */
export function selectionIn<T>(list: Pick<KeysetList<T>, 'items'>, { key, name, most }: SelectionOptions<T>): Selection<T> {
  const picked = signal<ReadonlySet<string>>(new Set());
  const chosen = computed(() => list.items().filter((item) => picked().has(key(item))));
  let anchor: string | null = null;

  const between = (item: T): readonly T[] => {
    const items = list.items();
    const here = items.findIndex((one) => key(one) === key(item));
    const there = items.findIndex((one) => key(one) === anchor);
    return there < 0 ? [item] : items.slice(Math.min(here, there), Math.max(here, there) + 1);
  };
  /** whatever is hidden by now counts no more, so there is room for what is added */
  const keep = (change: (keys: Set<string>) => void): void => {
    const keys = new Set(chosen().map(key));
    change(keys);
    picked.set(new Set([...keys].slice(0, most)));
  };

  return {
    chosen,
    most,
    full: computed(() => chosen().length >= most),
    within: computed(() => Math.min(list.items().length, most)),
    nameOf: name,
    has: (item) => picked().has(key(item)),
    toggle: (item, reach) => {
      const wanted = !picked().has(key(item));
      const reached = reach === 'range' ? between(item) : [item];
      keep((keys) => {
        for (const one of reached) keys[wanted ? 'add' : 'delete'](key(one));
      });
      anchor = key(item);
    },
    pickShown: () => keep((keys) => list.items().forEach((item) => keys.add(key(item)))),
    clear: () => picked.set(new Set()),
  };
}
