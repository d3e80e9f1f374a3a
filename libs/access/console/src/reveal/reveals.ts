import { Injectable, inject } from '@angular/core';
import { ORGANIZATION_PURPOSES, type OrganizationPurpose, type ProfileCategory, type Revealed } from '@smartpar/access/model';
import { Dialogs } from '@smartpar/platform/ui';
import { Abilities } from '../abilities/abilities';
import type { RevealQuestion, RevealTopic } from './reveal-topic';

/** Looks at masked data: asks purpose and reason, and hands over what came. Nothing is kept here. */
@Injectable({ providedIn: 'root' })
export class Reveals {
  private readonly dialogs = inject(Dialogs);
  private readonly abilities = inject(Abilities);

  /** The purposes for which all of some categories may be looked at; none where there is no grant. */
  purposesFor(organizationId: string, categories: readonly ProfileCategory[]): readonly OrganizationPurpose[] {
    const grants = this.abilities.grantsIn(organizationId);
    const purposesOf = (category: ProfileCategory) => grants.flatMap((grant) => (grant.category === category ? grant.purposes : []));
    const each = categories.map((category) => new Set(purposesOf(category)));
    return ORGANIZATION_PURPOSES.filter((purpose) => each.length > 0 && each.every((purposes) => purposes.has(purpose)));
  }

  /**
   * Asks for a purpose and a reason and looks.
   * @returns what was revealed; `undefined` where the person thought better of it. Show it for `REVEAL_SECONDS` at most
   */
  async open(topic: RevealTopic): Promise<Revealed | undefined> {
    const { RevealDialog } = await import('./reveal-dialog/reveal-dialog');
    const purposes = this.purposesFor(topic.organizationId, topic.categories);
    return this.dialogs.open<Revealed, RevealQuestion>(RevealDialog, { ...topic, purposes });
  }
}
