import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

/** How long a page may take to bring its title. */
const PATIENCE_MILLISECONDS = 1_500;

/** Moves the focus to a page's title when the page changes, so that those who hear the page know where they are. */
@Injectable({ providedIn: 'root' })
export class Arrival {
  private readonly document = inject(DOCUMENT);
  private readonly destroyed = inject(DestroyRef);
  private readonly router = inject(Router);

  /** Begins to watch for changes of page; a change of filters alone is none. */
  watch(): void {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split(/[?#]/)[0]),
        pairwise(),
        filter(([before, after]) => before !== after),
        takeUntilDestroyed(this.destroyed),
      )
      .subscribe(() => this.seekTitle());
  }

  private seekTitle(): void {
    if (this.focusTitle()) return;
    const main = this.document.querySelector('main');
    if (main === null) return;
    const observer = new MutationObserver(() => {
      if (this.focusTitle()) observer.disconnect();
    });
    observer.observe(main, { childList: true, subtree: true });
    setTimeout(() => observer.disconnect(), PATIENCE_MILLISECONDS);
  }

  private focusTitle(): boolean {
    const title = this.document.querySelector<HTMLElement>('main h1[tabindex="-1"]');
    title?.focus({ preventScroll: true });
    return title !== null;
  }
}
