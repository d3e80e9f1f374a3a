import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { MaskedValue } from '@smartpar/access/console';
import { memberNumberText, type MemberListItem } from '@smartpar/members/model';
import { Address, Column, List, RowKeys, type KeysetList, type Selection } from '@smartpar/platform/ui';
import { membersAddress } from '../../members-address';
import { RoleChips } from '../../roles/role-chips';
import { MemberStatus } from '../../status/member-status';
import { MemberWords } from '../../words/member-words';

/** Members in rows: by name where names are shown, else by number; what is hidden is a mask, the same for everybody. */
@Component({
  selector: 'sp-member-rows',
  imports: [Address, Column, List, MaskedValue, MemberStatus, RoleChips, RowKeys, TranslocoPipe],
  templateUrl: './member-rows.html',
  styleUrl: './member-rows.scss',
})
export class MemberRows {
  protected readonly words = inject(MemberWords);

  readonly organizationId = input.required<string>();
  readonly members = input.required<KeysetList<MemberListItem>>();
  /** who is selected; without it nobody can be */
  readonly selection = input<Selection<MemberListItem>>();
  readonly emptyTitle = input.required<string>();
  readonly emptyHint = input<string>();
  /** what of a member a row leads to */
  readonly into = input<'page' | 'help'>('page');

  protected readonly number = memberNumberText;
  protected readonly keyOf = (item: MemberListItem): string => item.id;
  protected readonly linkOf = computed(() => {
    const address = membersAddress(this.organizationId());
    const to = this.into() === 'help' ? [address, 'help'] : [address];
    // nobody is known of a former member, so that no page opens on them
    if (this.members().items().some(({ status }) => status === 'de-identified')) return undefined;
    return (item: MemberListItem) => [...to, item.id];
  });
}
