import { DestroyRef, Injectable, inject, signal } from '@angular/core';

/** How often "5 minutes ago" is looked at again. */
const TICK_MILLISECONDS = 30_000;

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
