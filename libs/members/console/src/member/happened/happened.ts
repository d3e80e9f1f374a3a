import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities } from '@smartpar/access/console';
import type { MemberEvent, MemberView } from '@smartpar/members/model';
import { DayPipe, Pending, Timeline, TimelineEntry, apiAddress, keysetList, type IconName } from '@smartpar/platform/ui';
import type { SiteChoices } from '../../answers';
import { MemberWords } from '../../words/member-words';

const ICONS: Readonly<Record<string, IconName>> = {
  'member.added': 'plus',
  'member.invited': 'mail',
  'member.placed': 'building',
  'member.corrected': 'edit',
  'member.account-linked': 'key',
  'member.put-in-group': 'people',
  'member.taken-out-of-group': 'people',
  'member-role.granted': 'shield',
  'member-role.revoked': 'shield',
  'member-role.assigned': 'shield',
  'member-role.unassigned': 'shield',
  'member-invitation.sent': 'mail',
  'member-invitation.withdrawn': 'close',
  'member-invitation.accepted': 'sign-in',
};

/** Everything that happened to a member, newest first, in words and by numbers. Who looked at their data is theirs to read, not told here. */
@Component({
  selector: 'sp-happened',
  imports: [DayPipe, MatButton, Pending, Timeline, TimelineEntry, TranslocoPipe],
  templateUrl: './happened.html',
})
export class Happened {
  private readonly words = inject(MemberWords);
  private readonly abilities = inject(Abilities);

  readonly organizationId = input.required<string>();
  readonly member = input.required<MemberView>();

  private readonly memberId = computed(() => this.member().id);
  protected readonly events = keysetList<MemberEvent>(() => ({ path: `/organizations/${this.organizationId()}/members/${this.memberId()}/timeline` }));
  protected readonly first = { isLoading: this.events.loading, error: this.events.problem, reload: this.events.reload };
  protected readonly further = { isLoading: this.events.loadingMore, error: this.events.problem, reload: this.events.loadMore };
  private readonly sites = httpResource<SiteChoices>(() =>
    this.abilities.can('read', 'site') ? apiAddress(`/organizations/${this.organizationId()}/sites`) : undefined,
  );
  protected readonly entries = computed(() =>
    this.events.items().map((event) => ({
      id: event.id,
      at: event.at,
      icon: ICONS[event.action] ?? 'person',
      what: this.words.event(event, (id) => this.siteName(id)),
      who: this.words.actor(event.actor),
    })),
  );

  constructor() {
    let read: MemberView | undefined;
    // a member read again is one something was done to
    effect(() => {
      const member = this.member();
      if (read !== undefined && read !== member && read.id === member.id) untracked(() => this.events.reload());
      read = member;
    });
  }

  private siteName(id: string): string | undefined {
    return this.sites.hasValue() ? this.sites.value().items.find((site) => site.id === id)?.name : undefined;
  }
}
