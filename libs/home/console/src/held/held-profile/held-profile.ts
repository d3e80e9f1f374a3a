import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MyProfile } from '@smartpar/members/model';
import { Formats, Language } from '@smartpar/platform/ui';
import { HeldFact, type Whose } from '../held-fact/held-fact';
import { profileFacts } from './profile-fact';

/** What an organization keeps of the reader's work, and what it made up itself: what is the reader's own is changed, for the rest one asks. */
@Component({
  selector: 'sp-held-profile',
  imports: [HeldFact, MatButton, TranslocoPipe],
  templateUrl: './held-profile.html',
})
export class HeldProfile {
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  readonly profile = input.required<MyProfile>();
  readonly whose = input.required<Whose>();
  /** the reader wants to change what is theirs */
  readonly changed = output();

  protected readonly facts = computed(() =>
    profileFacts(this.profile(), {
      country: (code) => this.formats.countryName(code),
      day: (day) => this.formats.day(day),
      yesNo: (word) => this.language.say(`home.held.${word === 'yes' ? 'yes' : 'no'}`),
    }),
  );
}
