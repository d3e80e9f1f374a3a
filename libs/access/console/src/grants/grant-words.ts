import { Injectable, inject } from '@angular/core';
import { categoryWord, purposeWord, roleWord, type StandingGrant } from '@smartpar/access/model';
import { Formats, Language } from '@smartpar/platform/ui';

/** Says in words what a grant comes to. */
@Injectable({ providedIn: 'root' })
export class GrantWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** The name of a role. */
  role(role: StandingGrant['role']): string {
    return this.language.say(roleWord(role));
  }

  /** The name of a category. */
  category(category: StandingGrant['category']): string {
    return this.language.say(categoryWord(category));
  }

  /** `Shown`, `Hidden, can be revealed`, `Hidden`. */
  mode({ mode }: Pick<StandingGrant, 'mode'>): string {
    return this.language.say(`access.grants.mode.${mode}`);
  }

  /** The purposes, one after the other; empty where there are none. */
  purposes({ purposes }: Pick<StandingGrant, 'purposes'>): string {
    return this.formats.list(purposes.map((purpose) => this.language.say(purposeWord(purpose))));
  }

  /** The whole of it: `Helpdesk: hidden, can reveal it for Helping somebody sign in`. */
  effect(grant: StandingGrant): string {
    return this.language.say(`access.grants.effect.${grant.mode}`, {
      role: this.role(grant.role),
      category: this.category(grant.category),
      purposes: this.purposes(grant),
    });
  }
}
