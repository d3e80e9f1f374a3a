import { Injectable, inject } from '@angular/core';
import { categoryWord, purposeWord, reasonWord, type CitedLook, type ViolationState } from '@smartpar/access/model';
import { Formats, Language, type IconName } from '@smartpar/platform/ui';

/** Says in words what a reported violation is about. */
@Injectable({ providedIn: 'root' })
export class ViolationWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** `Work phone of M-10422`. */
  what({ categories, memberNumber }: CitedLook): string {
    const what = this.formats.list(categories.map((category) => this.language.say(categoryWord(category))));
    return this.language.say('access.violations.lookedAt', { what, who: memberNumber });
  }

  /** When, what for and why. */
  why({ at, purpose, reason }: CitedLook): string {
    const words = 'template' in reason ? this.language.say(reasonWord(reason.template)) : reason.words;
    return this.language.say('access.violations.lookedWhy', {
      moment: this.formats.moment(at),
      purpose: this.language.say(purposeWord(purpose)),
      reason: words,
    });
  }

  /** Where a case stands. */
  state(state: ViolationState): string {
    return this.language.say(`access.violations.state.${state}`);
  }

  /** The picture of where a case stands. */
  icon(state: ViolationState): IconName {
    return ICONS[state];
  }
}

const ICONS: Readonly<Record<ViolationState, IconName>> = { running: 'pause', lapsed: 'clock', lifted: 'undo', confirmed: 'lock' };
