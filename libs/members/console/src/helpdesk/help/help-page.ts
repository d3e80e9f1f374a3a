import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { memberNumberText, type MemberHelp } from '@smartpar/members/model';
import {
  Act,
  ActLine,
  ActList,
  Api,
  DayPipe,
  Icon,
  type IconName,
  Language,
  PageHeader,
  Pending,
  type Problem,
  ProblemNote,
  RecordPage,
  Timeline,
  TimelineEntry,
  Toasts,
  apiAddress,
  problemOf,
} from '@smartpar/platform/ui';
import { membersAddress } from '../../members-address';
import { MemberStatus } from '../../status/member-status';
import { MemberWords } from '../../words/member-words';

type Deed = 'invitation' | 'signOut' | 'reset';

const DEEDS: readonly (readonly [deed: Deed, may: keyof MemberHelp['may'], icon: IconName])[] = [
  ['invitation', 'resendInvitation', 'mail'],
  ['signOut', 'signOut', 'sign-out'],
  ['reset', 'resetFactor', 'key'],
];

/** How one member's entry stands, and what helps somebody who cannot come in. Everything done here asks for the password and is told to them. */
@Component({
  selector: 'sp-help-page',
  imports: [
    ...[ActLine, ActList, DayPipe, Icon, MatButton, MemberStatus, PageHeader, Pending],
    ...[ProblemNote, RecordPage, RouterLink, Timeline, TimelineEntry, TranslocoPipe],
  ],
  templateUrl: './help-page.html',
})
export class HelpPage {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(MemberWords);

  readonly organizationId = input.required<string>();
  readonly memberId = input.required<string>();

  protected readonly help = httpResource<MemberHelp>(() => apiAddress(`${this.member()}/help`));
  protected readonly requirement = httpResource<{ readonly required: boolean }>(() => apiAddress(`/organizations/${this.organizationId()}/second-factor`));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly page = computed(() => membersAddress(this.organizationId()));
  protected readonly number = computed(() => (this.help.hasValue() ? memberNumberText(this.help.value().number) : ''));
  protected readonly offers = computed(() => {
    if (!this.help.hasValue()) return [];
    const { may } = this.help.value();
    return DEEDS.filter(([, right]) => may[right]).map(([deed, , icon]) => ({ deed, icon }));
  });
  protected readonly acts = computed(() =>
    (this.help.hasValue() ? this.help.value().acts : []).map((event) => ({
      id: event.id,
      at: event.at,
      what: this.words.event(event, () => undefined),
      who: this.words.actor(event.actor),
    })),
  );

  protected async act(deed: Deed): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      const [path, message] = this.roadOf(deed);
      await this.api.post(path, message, new Act());
      this.toasts.show(this.language.say(`members.help.told.${deed}`));
      this.help.reload();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }

  private roadOf(deed: Deed): readonly [path: string, message: object] {
    const organization = `/organizations/${this.organizationId()}`;
    if (deed === 'invitation') return [`${this.member()}/help/invitation`, {}];
    return [`${organization}/${deed === 'signOut' ? 'entry/ends' : 'second-factor/resets'}`, { memberNumber: this.number() }];
  }

  private member(): string {
    return `/organizations/${this.organizationId()}/members/${this.memberId()}`;
  }
}
