import { Injectable, effect, inject, untracked } from '@angular/core';
import type { OrganizationPurpose } from '@smartpar/access/model';
import { Session } from '../session/session';

/** What somebody is at: the purpose and the reason they gave last. */
export interface RevealTask {
  readonly organizationId: string;
  readonly memberId: string;
  readonly purpose: OrganizationPurpose;
  /** a reason ready to be chosen, or `words` */
  readonly reason: string;
}

/**
 * Remembers what somebody is at while the page is open, so that the next look begins with it: the purpose within one
 * organization, the reason with the same person. Words of one's own are not remembered, and nothing is for whoever signs in next.
 */
@Injectable({ providedIn: 'root' })
export class RevealTasks {
  private last: RevealTask | null = null;

  constructor() {
    const session = inject(Session);
    effect(() => {
      if (!session.signedIn()) untracked(() => (this.last = null));
    });
  }

  /** The purpose given last in an organization. */
  purposeIn(organizationId: string): OrganizationPurpose | null {
    return this.last?.organizationId === organizationId ? this.last.purpose : null;
  }

  /** The reason given last for looking at a member. */
  reasonFor(organizationId: string, memberId: string): string | null {
    return this.last?.organizationId === organizationId && this.last.memberId === memberId && this.last.reason !== 'words' ? this.last.reason : null;
  }

  /** Remembers one. */
  remember(task: RevealTask): void {
    this.last = task;
  }
}
