import { DOCUMENT, Injectable, inject } from '@angular/core';

/** What the console may remember on a device: how it looks, never what it shows. */
export type ChoiceName = 'language' | 'theme' | 'density';

/** Remembers choices on this device; where storage is switched off it forgets quietly. */
@Injectable({ providedIn: 'root' })
export class StoredChoice {
  private readonly window = inject(DOCUMENT).defaultView;

  /** @returns the stored choice, or `null` where there is none or storage is switched off */
  read(name: ChoiceName): string | null {
    try {
      return this.window?.localStorage.getItem(name) ?? null;
    } catch {
      return null;
    }
  }

  /** Stores a choice; `null` forgets it. */
  write(name: ChoiceName, value: string | null): void {
    try {
      if (value === null) this.window?.localStorage.removeItem(name);
      else this.window?.localStorage.setItem(name, value);
    } catch {
      // storage is switched off: the choice lasts until the page is left
    }
  }
}
