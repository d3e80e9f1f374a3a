import { httpResource } from '@angular/common/http';
import { Injectable, computed } from '@angular/core';

/** How long a session lives, in minutes. */
export interface SessionLengths {
  /** without use */
  readonly idleMinutes: number;
  /** however much it is used */
  readonly longestMinutes: number;
  /** without use, on a shared computer */
  readonly sharedIdleMinutes: number;
}

/** What anybody may know about this installation, as `GET /api/console` says it. */
interface Facts {
  readonly product: { readonly name: string; readonly mode: 'hosted' | 'own-server' };
  readonly sessions: SessionLengths;
  readonly development: boolean;
}

/** What anybody may know about this installation. */
@Injectable({ providedIn: 'root' })
export class ConsoleFacts {
  private readonly facts = httpResource<Facts>(() => '/api/console');

  /** No mail leaves this installation: the development mailbox shows what would have been sent. */
  readonly development = computed(() => this.facts.hasValue() && this.facts.value().development);
  /** How long sessions live here; `null` until it is known. */
  readonly sessions = computed<SessionLengths | null>(() => (this.facts.hasValue() ? this.facts.value().sessions : null));
}
