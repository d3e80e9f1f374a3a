import { DOCUMENT, DestroyRef, Injectable, effect, inject, signal } from '@angular/core';
import { apiAddress } from '@smartpar/platform/ui';
import { Abilities } from '../abilities/abilities';
import { Session } from '../session/session';

const NAME = 'changes';

/**
 * Hears from the server that what the person may see in the organization has changed, reads the abilities again, and has open pages read
 * themselves again. The tabs of one browser share one stream: whichever has it tells the others.
 */
@Injectable({ providedIn: 'root' })
export class Changes {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly abilities = inject(Abilities);
  private readonly session = inject(Session);
  private readonly heard = signal(0);
  private readonly looked = signal(0);
  private readonly channel = this.window !== null && 'BroadcastChannel' in this.window ? new this.window.BroadcastChannel(NAME) : null;
  private stop: (() => void) | undefined;

  /** Goes up with every change that was heard of. */
  readonly count = this.heard.asReadonly();
  /** Goes up whenever there is something new about a lockbox. */
  readonly lockboxes = this.looked.asReadonly();

  constructor() {
    effect(() => {
      const organizationId = this.session.signedIn() ? this.abilities.organizationId() : null;
      this.stop?.();
      this.stop = organizationId === null ? undefined : this.listen(organizationId);
    });
    this.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const organizationId = this.abilities.organizationId();
      if (data === organizationId) void this.hear(String(data));
      if (data === `lockbox ${organizationId}`) this.looked.update((count) => count + 1);
    });
    inject(DestroyRef).onDestroy(() => {
      this.stop?.();
      this.channel?.close();
    });
  }

  /** One tab holds the lock and the stream; when it is closed, another takes both. @returns what ends it */
  private listen(organizationId: string): () => void {
    const { window } = this;
    if (window === null || !('EventSource' in window)) return () => undefined;
    const over = new window.AbortController();
    const hold = (): Promise<void> => this.stream(window, organizationId, over.signal);
    if (window.isSecureContext && 'locks' in window.navigator) {
      void window.navigator.locks.request(`${NAME} ${organizationId}`, { signal: over.signal }, hold).catch(() => undefined);
    } else void hold();
    return () => over.abort();
  }

  private stream(window: Window & typeof globalThis, organizationId: string, over: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (over.aborted) return resolve();
      const source = new window.EventSource(apiAddress(`/organizations/${organizationId}/changes`));
      const end = (): void => {
        source.close();
        resolve();
      };
      let lost = false;
      source.addEventListener('changed', () => this.tell(organizationId));
      source.addEventListener('lockbox', () => this.tellOfLockbox(organizationId));
      source.addEventListener('elsewhere', end);
      source.addEventListener('error', () => (lost = true));
      // what happened while nothing was heard is not known
      source.addEventListener('open', () => {
        if (lost) {
          this.tell(organizationId);
          this.tellOfLockbox(organizationId);
        }
        lost = false;
      });
      over.addEventListener('abort', end);
    });
  }

  private tell(organizationId: string): void {
    this.channel?.postMessage(organizationId);
    void this.hear(organizationId);
  }

  private tellOfLockbox(organizationId: string): void {
    this.channel?.postMessage(`lockbox ${organizationId}`);
    this.looked.update((count) => count + 1);
  }

  private async hear(organizationId: string): Promise<void> {
    await this.abilities.refresh(organizationId).catch(() => undefined);
    this.heard.update((count) => count + 1);
  }
}
