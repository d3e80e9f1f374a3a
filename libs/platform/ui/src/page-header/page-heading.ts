import { Injectable, signal } from '@angular/core';

/** What the page in sight calls itself, such as `Question Q-7KDM-42XR`: the window's title where its route has none. */
@Injectable({ providedIn: 'root' })
export class PageHeading {
  private readonly shown = signal<string | null>(null);

  /** The title in sight; `null` while there is none. */
  readonly words = this.shown.asReadonly();

  /** Says what is in sight now. */
  show(words: string): void {
    this.shown.set(words);
  }

  /** Takes it back, unless another page has said its own since. */
  leave(words: string): void {
    if (this.shown() === words) this.shown.set(null);
  }
}
