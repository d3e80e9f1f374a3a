import { DOCUMENT, Injectable, inject } from '@angular/core';

/** Loads an address from the beginning. */
@Injectable({ providedIn: 'root' })
export class Reload {
  private readonly location = inject(DOCUMENT).location;

  /** Loads the address in the address bar again. */
  now(): void {
    this.location.reload();
  }

  /** Goes to another address of the console, fetching the console itself anew. */
  at(address: string): void {
    this.location.assign(address);
  }
}
