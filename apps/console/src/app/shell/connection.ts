import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { Banners } from '@smartpar/platform/ui';
import { fromEvent, merge } from 'rxjs';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

/** Says so, above every page, while the browser has no connection. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly banners = inject(Banners);
  private readonly destroyed = inject(DestroyRef);
  private readonly window = inject(DOCUMENT).defaultView;

  /** Begins to watch the connection. */
  watch(): void {
    const window = this.window;
    if (window === null) return;
    const tell = (): void => {
      if (window.navigator.onLine) this.banners.remove('offline');
      else this.banners.show({ id: 'offline', tone: 'soon', text: 'shell.offline' });
    };
    merge(fromEvent(window, 'online'), fromEvent(window, 'offline')).pipe(takeUntilDestroyed(this.destroyed)).subscribe(tell);
    tell();
  }
}
