import { Component, computed, inject, input } from '@angular/core';
import { Abilities } from '@smartpar/access/console';
import { FindMember } from '../find-member/find-member';
import { MemberList } from '../member-list/member-list';

/** The way to a member: the list for those who may go through it, else asking for one by exact address or number. */
@Component({
  selector: 'sp-members',
  imports: [FindMember, MemberList],
  template: `
    @if (lists()) {
      <sp-member-list [organizationId]="organizationId()" />
    } @else {
      <sp-find-member [organizationId]="organizationId()" />
    }
  `,
})
export class Members {
  private readonly abilities = inject(Abilities);

  readonly organizationId = input.required<string>();

  protected readonly lists = computed(() => this.abilities.can('list', 'member'));
}
