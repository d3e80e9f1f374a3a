import { effect, untracked } from '@angular/core';

/**
 * Has something read again whenever a value that goes with it is another one: how much of it there is, how often it was told to be new. Call it where a
 * component's fields are made.
 * @param value read as a signal; `undefined` is not known yet, and whatever follows it is nothing new
 * @param read a `KeysetList`, an `httpResource`, a `resource`
 */
export function freshOnNew(value: () => number | undefined, read: { reload(): unknown }): void {
  let before: number | undefined;
  effect(() => {
    const now = value();
    if (before !== undefined && now !== undefined && now !== before) untracked(() => read.reload());
    before = now;
  });
}
