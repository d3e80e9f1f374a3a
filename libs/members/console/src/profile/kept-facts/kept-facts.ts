import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { MaskedValue } from '@smartpar/access/console';
import type { ProfileCategory, Revealed } from '@smartpar/access/model';
import { memberNumberText, type MemberView } from '@smartpar/members/model';
import { Formats, Language } from '@smartpar/platform/ui';
import { membersAddress } from '../../members-address';
import { StandingLine } from '../standing-line/standing-line';
import { type KeptFact, keptFacts } from './kept-fact';

/** What else is kept of a member: at work, where they are, in private, and what the organization made up. What is hidden can be revealed value by value. */
@Component({
  selector: 'sp-kept-facts',
  imports: [MaskedValue, RouterLink, StandingLine, TranslocoPipe],
  templateUrl: './kept-facts.html',
  styleUrl: './kept-facts.scss',
})
export class KeptFacts {
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  readonly member = input.required<MemberView>();
  /** what was revealed of this member together */
  readonly together = input<Revealed | null>(null);
  /** something was revealed here: it shows at once in every place of its category */
  readonly looked = output<Revealed>();

  protected readonly number = computed(() => memberNumberText(this.member().number));
  protected readonly facts = computed(() =>
    keptFacts(this.member(), {
      field: (field) => this.language.say(`members.field.${field}`),
      country: (code) => this.formats.countryName(code),
      day: (day) => this.formats.day(day),
      yesNo: (word) => this.language.say(`members.kept.${word === 'yes' ? 'yes' : 'no'}`),
    }).map((fact, at, all) => ({
      ...fact,
      sight: this.member().sight[fact.category],
      shown: fact.value ? fact.say(fact.value) : fact.value,
      offered: offeredAt(fact, at, all),
    })),
  );
  /** where whoever leads them is found */
  protected readonly manager = computed(() => {
    const { manager } = this.member().profile;
    return manager ? `${membersAddress(this.organizationId())}/${manager.id}` : null;
  });
}

/** What is revealed beside the name and the ways to reach somebody at work, above these. */
const ABOVE: readonly ProfileCategory[] = ['user.name', 'user.contact.email.work', 'user.contact.phone_number.work'];

/** One button for each category: the first of its values has it. */
const offeredAt = ({ category }: KeptFact, at: number, all: readonly KeptFact[]): 'here' | 'elsewhere' =>
  ABOVE.includes(category) || all.findIndex((one) => one.category === category) < at ? 'elsewhere' : 'here';
