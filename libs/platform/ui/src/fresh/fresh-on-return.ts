import { DOCUMENT, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent } from 'rxjs';

/** Whoever was away for less finds what they left. */
const AWAY_MILLISECONDS = 60_000;

/**
 * Has a list read again when its reader comes back to the window after a while: what waits has changed meanwhile.
 * Nothing is read on a timer, which would keep a forgotten session alive. Call it where a component's fields are made.
 * @param read a `KeysetList`, an `httpResource`, a `resource`
 */
export function freshOnReturn(read: { reload(): unknown }): void {
  const document = inject(DOCUMENT);
  let left: number | null = null;
  fromEvent(document, 'visibilitychange')
    .pipe(takeUntilDestroyed())
    .subscribe(({ timeStamp }) => {
      const away = left === null ? 0 : timeStamp - left;
      left = document.visibilityState === 'hidden' ? timeStamp : null;
      if (left === null && away >= AWAY_MILLISECONDS) read.reload();
    });
}
