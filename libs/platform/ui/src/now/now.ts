import { DestroyRef, Injectable, inject, signal } from '@angular/core';

/** How often "5 minutes ago" is looked at again. */
const TICK_MILLISECONDS = 30_000;

/** Milliseconds until a moment as the machine sees it, for what the screen counts down; none once it is past. @param moment RFC 3339 */
export const millisecondsUntil = (moment: string): number => Math.max(0, Date.parse(moment) - Date.now());

/** This moment, for what the screen says about it; moves on by itself twice a minute. */
@Injectable({ providedIn: 'root' })
export class Now {
  private readonly current = signal(new Date());

  /** This moment. */
  readonly moment = this.current.asReadonly();

  constructor() {
    const timer = setInterval(() => this.current.set(new Date()), TICK_MILLISECONDS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
