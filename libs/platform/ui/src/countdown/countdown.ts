import { effect, signal, type Signal } from '@angular/core';
import { millisecondsUntil } from '../now/now';

const SECOND = 1_000;

/**
 * Seconds until a moment, counted down on the screen; the server decides by its own time all the same. Call it where a component's fields are made.
 * @param until RFC 3339, read as a signal; nothing is counted where it is `null`
 */
export function countdown(until: () => string | null): Signal<number> {
  const left = signal(0);
  effect((onCleanup) => {
    const end = until();
    if (end === null) return left.set(0);
    const count = () => left.set(Math.ceil(millisecondsUntil(end) / SECOND));
    count();
    const timer = setInterval(count, SECOND);
    onCleanup(() => clearInterval(timer));
  });
  return left.asReadonly();
}

/** `1:05:09`, `12:07`: what is left, as a clock shows it. */
export function clockText(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
