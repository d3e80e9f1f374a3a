import { httpResource } from '@angular/common/http';
import { Injectable, computed } from '@angular/core';

/** What anybody may know about this installation, as `GET /api/console` says it. */
interface Facts {
  readonly product: { readonly name: string; readonly mode: 'hosted' | 'own-server' };
  readonly development: boolean;
}

/** What anybody may know about this installation. */
@Injectable({ providedIn: 'root' })
export class ConsoleFacts {
  private readonly facts = httpResource<Facts>(() => '/api/console');

  /** No mail leaves this installation: the development mailbox shows what would have been sent. */
  readonly development = computed(() => this.facts.hasValue() && this.facts.value().development);
}
