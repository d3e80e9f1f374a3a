import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { MaskedValue, RevealAll, WhoSees } from '@smartpar/access/console';
import type { Revealed } from '@smartpar/access/model';
import { memberNumberText, type MemberView } from '@smartpar/members/model';
import { Address, DayPipe, Formats } from '@smartpar/platform/ui';
import { KeptFacts } from '../../profile/kept-facts/kept-facts';
import { StandingLine } from '../../profile/standing-line/standing-line';
import { RoleChips } from '../../roles/role-chips';
import { MemberWords } from '../../words/member-words';

/** What is known of a member at a glance; what is hidden can be revealed where the reader's role allows it. */
@Component({
  selector: 'sp-facts',
  imports: [Address, DayPipe, KeptFacts, MaskedValue, RevealAll, RoleChips, StandingLine, TranslocoPipe, WhoSees],
  templateUrl: './facts.html',
  styleUrl: './facts.scss',
  host: { class: 'sp-card' },
})
export class Facts {
  protected readonly words = inject(MemberWords);
  private readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();
  readonly member = input.required<MemberView>();

  /** what was revealed of this member at once */
  protected readonly together = linkedSignal<string, Revealed | null>({ source: () => this.member().id, computation: () => null });
  protected readonly number = computed(() => memberNumberText(this.member().number));
  protected readonly name = computed(() => this.words.name(this.member().profile));
  /** empty where they are in none */
  protected readonly groups = computed(() => this.formats.list(this.member().groups.map(({ name }) => name)));
  protected readonly language = computed(() => this.formats.languageName(this.member().locale));
  /** once somebody signs in there is nothing to say of the way there */
  protected readonly invitation = computed(() => (this.member().signsIn || this.member().invitation.state === 'none' ? null : this.member().invitation));
}
