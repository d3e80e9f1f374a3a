import { DOCUMENT, effect, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent } from 'rxjs';

const STEP_MILLISECONDS = 1_000;
const AFTER_FAILURE_MILLISECONDS = 5_000;

/** Whatever is read from the server. */
interface Rereadable {
  isLoading(): boolean;
  error(): unknown;
  reload(): unknown;
}

/**
 * Has something read again every second while the server works on it, and no longer: a session that nobody uses is not kept alive by it.
 * Nothing is read while the window is out of sight. Call it where a component's fields are made.
 * @param read a `resource` or `httpResource`
 * @param moving whether it still changes by itself, read as a signal
 */
export function freshWhile(read: Rereadable, moving: () => boolean): void {
  const document = inject(DOCUMENT);
  const seen = signal(document.visibilityState !== 'hidden');
  fromEvent(document, 'visibilitychange')
    .pipe(takeUntilDestroyed())
    .subscribe(() => seen.set(document.visibilityState !== 'hidden'));
  effect((onCleanup) => {
    if (!moving() || !seen() || read.isLoading()) return;
    const timer = setTimeout(() => read.reload(), read.error() === undefined ? STEP_MILLISECONDS : AFTER_FAILURE_MILLISECONDS);
    onCleanup(() => clearTimeout(timer));
  });
}
