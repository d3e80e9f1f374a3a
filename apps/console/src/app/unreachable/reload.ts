import { DOCUMENT, Injectable, inject } from '@angular/core';

/** Loads the address in the address bar again, from the beginning. */
@Injectable({ providedIn: 'root' })
export class Reload {
  private readonly location = inject(DOCUMENT).location;

  /** Does it now. */
  now(): void {
    this.location.reload();
  }
}
