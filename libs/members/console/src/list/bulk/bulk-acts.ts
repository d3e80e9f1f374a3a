import { DOCUMENT, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Session } from '@smartpar/access/console';
import type { MemberAct, MemberListItem, MemberView } from '@smartpar/members/model';
import { Api, BulkRun, type Act } from '@smartpar/platform/ui';
import type { BulkDeed } from './bulk-deeds';

/** What was begun for many members, and where. */
export interface BulkAct {
  readonly organizationId: string;
  readonly deed: BulkDeed;
  readonly run: BulkRun<MemberListItem>;
  /** a line of the list as it is by now */
  readonly after: (item: MemberListItem) => MemberListItem;
}

/** The site members are to be at; `null` for none. */
export type BulkSite = MemberListItem['site'];

/** Does one act to many members. It lives on when its page is left, so that whoever comes back finds how far it is. */
@Injectable({ providedIn: 'root' })
export class BulkActs {
  private readonly api = inject(Api);
  private readonly begun = signal<BulkAct | null>(null);

  /** what was begun last, until it is put away */
  readonly current = this.begun.asReadonly();
  readonly running = computed(() => this.begun()?.run.running() ?? false);

  constructor() {
    const session = inject(Session);
    const window = inject(DOCUMENT).defaultView;
    effect(() => {
      if (!session.signedIn()) untracked(() => this.forget());
    });
    // closing the browser's page in the middle would leave the rest undone: the browser asks first
    effect((onCleanup) => {
      if (!this.running() || window === null) return;
      const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
      window.addEventListener('beforeunload', ask);
      onCleanup(() => window.removeEventListener('beforeunload', ask));
    });
  }

  /**
   * Begins; one at a time.
   * @param site where they are to be, for placing them
   */
  async begin(organizationId: string, deed: BulkDeed, members: readonly MemberListItem[], site: BulkSite = null): Promise<void> {
    if (this.running()) return;
    const answers = new Map<string, MemberAct>();
    const run = new BulkRun(members, async ({ id }, act) => {
      answers.set(id, await this.do(`/organizations/${organizationId}/members/${id}`, deed, site, act));
    });
    const after = (item: MemberListItem): MemberListItem => {
      const answer = answers.get(item.id);
      return answer === undefined ? item : { ...item, status: answer.status, site: deed === 'place' ? site : item.site };
    };
    this.begun.set({ organizationId, deed, run, after });
    await run.go();
  }

  /** It has been read. What still runs is stopped. */
  forget(): void {
    this.begun()?.run.stop();
    this.begun.set(null);
  }

  private async do(path: string, deed: BulkDeed, site: BulkSite, act: Act): Promise<MemberAct> {
    switch (deed) {
      case 'suspend':
        return this.api.post<MemberAct>(`${path}/suspension`, {}, act);
      case 'reactivate':
        return this.api.post<MemberAct>(`${path}/reactivation`, {}, act);
      case 'invite':
        return this.api.post<MemberAct>(`${path}/invitation`, {}, act);
      case 'place': {
        // a line of the list does not say which version it shows
        const { version } = await this.api.get<MemberView>(path);
        return this.api.put<MemberAct>(`${path}/site`, { version, siteId: site?.id ?? null }, act);
      }
    }
  }
}
