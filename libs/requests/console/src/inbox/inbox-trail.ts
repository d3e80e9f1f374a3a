import { Injectable, inject, signal } from '@angular/core';
import { Drafts } from '@smartpar/platform/ui';

/** Where the reader of a request came from. */
interface Trail {
  readonly organizationId: string;
  readonly ids: readonly string[];
  /** the address of the list, with its filters */
  readonly address: string;
}

const NAME = 'inbox-trail';

/**
 * The requests in the order the inbox last showed them, so that a request knows its neighbours and the way back, also
 * after a reload of the page.
 */
@Injectable({ providedIn: 'root' })
export class InboxTrail {
  private readonly drafts = inject(Drafts);
  private readonly left = signal<Trail>(this.kept());

  /** Remembers what the inbox shows. */
  leave(trail: Trail): void {
    this.left.set(trail);
    this.drafts.write(NAME, { ...trail, ids: trail.ids.join(' ') });
  }

  /** @returns the address of the list the reader came from; of the plain inbox for those who came from elsewhere */
  back(organizationId: string): string {
    const trail = this.left();
    return trail.organizationId === organizationId ? trail.address : inboxAddress(organizationId);
  }

  /**
   * The neighbour of a request in the list.
   * @param steps 1 for the one after it, -1 for the one before
   * @returns its address; `null` at either end, and for those who came from elsewhere
   */
  neighbour(organizationId: string, requestId: string, steps: 1 | -1): string | null {
    const trail = this.left();
    if (trail.organizationId !== organizationId) return null;
    const place = trail.ids.indexOf(requestId);
    const id = place < 0 ? undefined : trail.ids[place + steps];
    return id === undefined ? null : `${inboxAddress(organizationId)}/${id}`;
  }

  private kept(): Trail {
    const { ids, ...kept } = this.drafts.read(NAME, { organizationId: '', ids: '', address: '' });
    return { ...kept, ids: ids.split(' ') };
  }
}

/** The address of an organization's inbox. */
export const inboxAddress = (organizationId: string): string => `/org/${organizationId}/inbox`;
