import { effect, inject, untracked } from '@angular/core';
import { Changes } from './changes';

/**
 * Has what a page shows read again when what its reader may see has changed, so that what they may see no more goes within a second. Call it
 * where a component's fields are made.
 * @param read a `KeysetList`, an `httpResource`, a `resource`
 */
export function freshOnChange(read: { reload(): unknown }): void {
  const changes = inject(Changes);
  let before = changes.count();
  effect(() => {
    const count = changes.count();
    if (count === before) return;
    before = count;
    untracked(() => read.reload());
  });
}
