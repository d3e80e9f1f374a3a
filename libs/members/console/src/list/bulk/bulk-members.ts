import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities, CanPipe, Session } from '@smartpar/access/console';
import { memberNumberText, type MemberListItem } from '@smartpar/members/model';
import { BulkBar, BulkReport, Dialogs, Icon, type KeysetList, type Selection } from '@smartpar/platform/ui';
import { GroupSelected } from '../../groups/group-selected';
import { membersAddress } from '../../members-address';
import { BulkActs } from './bulk-acts';
import { offersFor, type BulkOffer } from './bulk-deeds';
import type { BulkOrder, BulkTopic } from './bulk-dialog';

/** Above the list of members: what can be done to those selected, how far it is, and what became of it. */
@Component({
  selector: 'sp-bulk-members',
  imports: [BulkBar, BulkReport, CanPipe, GroupSelected, Icon, MatButton, RouterLink, TranslocoPipe],
  templateUrl: './bulk-members.html',
})
export class BulkMembers {
  private readonly abilities = inject(Abilities);
  private readonly session = inject(Session);
  private readonly dialogs = inject(Dialogs);
  protected readonly acts = inject(BulkActs);

  readonly organizationId = input.required<string>();
  readonly members = input.required<KeysetList<MemberListItem>>();
  readonly selection = input.required<Selection<MemberListItem>>();

  protected readonly number = ({ number }: MemberListItem): string => memberNumberText(number);
  protected readonly linkOf = computed(() => {
    const address = membersAddress(this.organizationId());
    return ({ id }: MemberListItem) => [address, id];
  });
  protected readonly offers = computed(() => {
    const at = this.organizationId();
    return offersFor(this.selection().chosen(), { ability: this.abilities.of(at), memberId: this.session.membershipIn(at)?.memberId });
  });
  /** the selected, as the page that takes their data out reads them from its address */
  protected readonly chosen = computed(() =>
    this.selection()
      .chosen()
      .map(({ id }) => id)
      .join(','),
  );
  protected readonly current = computed(() => {
    const current = this.acts.current();
    return current?.organizationId === this.organizationId() ? current : null;
  });

  constructor() {
    let before = false;
    effect(() => {
      const now = this.acts.running();
      if (before && !now) untracked(() => this.bringUpToDate());
      before = now;
    });
  }

  /** Nothing is read again: the list stays as far as it was read, and whoever was selected still is. */
  private bringUpToDate(): void {
    const current = this.current();
    if (current !== null) this.members().change((items) => items.map(current.after));
  }

  protected async choose(offer: BulkOffer): Promise<void> {
    if (this.acts.running()) return;
    const { BulkDialog } = await import('./bulk-dialog');
    const order = await this.dialogs.open<BulkOrder, BulkTopic>(BulkDialog, { organizationId: this.organizationId(), offer });
    if (order !== undefined) await this.acts.begin(this.organizationId(), offer.deed, offer.members, order.site);
  }
}
