import { DOCUMENT, Injectable, inject } from '@angular/core';

const NAME = 'session';

/** Tells the other tabs of this browser who is signed in, and hears it from them: whoever signs out does so in all of them. */
@Injectable({ providedIn: 'root' })
export class OtherTabs {
  private readonly channel = this.opened(inject(DOCUMENT).defaultView);

  /** @param accountId who is signed in by now; `null` for nobody */
  tell(accountId: string | null): void {
    this.channel?.postMessage(accountId);
  }

  /** @param hear called with who is signed in by what another tab says; `null` for nobody */
  listen(hear: (accountId: string | null) => void): void {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === null || typeof data === 'string') hear(data);
    });
  }

  /** A browser without channels lets each tab find out by itself, at its next call. */
  private opened(window: (Window & typeof globalThis) | null): BroadcastChannel | null {
    return window !== null && 'BroadcastChannel' in window ? new window.BroadcastChannel(NAME) : null;
  }
}
