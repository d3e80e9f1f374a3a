import { Injectable, inject, linkedSignal } from '@angular/core';
import { Drafts } from '../draft/draft';

/** Where the reader of a record came from. */
export interface Trail {
  /** the plain address of the list: `/org/o1/inbox` */
  readonly list: string;
  readonly ids: readonly string[];
  /** the address of the list, with its filters */
  readonly address: string;
  /** a search too personal for an address; known while the page is open and no longer */
  readonly search?: string;
}

const NAME = 'list-trail';

/**
 * Records in the order their list last showed them, so that a record knows its neighbours and the way back, also after a
 * reload of the page.
 */
@Injectable({ providedIn: 'root' })
export class ListTrail {
  private readonly drafts = inject(Drafts);
  private readonly left = linkedSignal<number, Trail>({ source: this.drafts.forgotten, computation: () => this.kept() });

  /** Remembers what a list shows. */
  leave(trail: Trail): void {
    const { list, ids, address } = trail;
    this.left.set(trail);
    this.drafts.write(NAME, { list, ids: ids.join(' '), address });
  }

  /** @returns the address of the list the reader came from; of the plain list for those who came from elsewhere */
  back(list: string): string {
    const trail = this.left();
    return trail.list === list ? trail.address : list;
  }

  /** @returns what was searched for in the list; `undefined` for nothing, or after a reload */
  search(list: string): string | undefined {
    const trail = this.left();
    return trail.list === list ? trail.search : undefined;
  }

  /**
   * The neighbour of a record in its list.
   * @param steps 1 for the one after it, -1 for the one before
   * @returns its address; `null` at either end, and for those who came from elsewhere
   */
  neighbour(list: string, id: string, steps: 1 | -1): string | null {
    const trail = this.left();
    const place = trail.list === list ? trail.ids.indexOf(id) : -1;
    const next = place < 0 ? undefined : trail.ids[place + steps];
    return next === undefined ? null : `${list}/${next}`;
  }

  private kept(): Trail {
    const { ids, ...kept } = this.drafts.read(NAME, { list: '', ids: '', address: '' });
    return { ...kept, ids: ids.split(' ') };
  }
}
