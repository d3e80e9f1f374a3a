import { Injectable, inject } from '@angular/core';
import { categoryWord, purposeWord, reasonWord, roleWord, type LedgerLook, type LedgerSummary, type ProfileCategory } from '@smartpar/access/model';
import { Formats, Language } from '@smartpar/platform/ui';

/** Says in words what the ledger holds. */
@Injectable({ providedIn: 'root' })
export class LookWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** `Helpdesk looked at: Work phone`. */
  look({ by, categories }: LedgerLook): string {
    const what = this.categories(categories);
    if (by.self) return this.language.say('access.ledger.lookedSelf', { what });
    const who =
      by.roles.length === 0 ? this.language.say('access.ledger.somebody') : this.formats.list(by.roles.map((role) => this.language.say(roleWord(role))));
    return this.language.say('access.ledger.looked', { who, what });
  }

  /** The purpose of a look. */
  purpose({ purpose }: LedgerLook): string {
    return this.language.say(purposeWord(purpose));
  }

  /** The reason as it was given. */
  reason({ reason }: LedgerLook): string {
    return 'template' in reason ? this.language.say(reasonWord(reason.template)) : reason.words;
  }

  /** `Name and Work e-mail`. */
  categories(categories: readonly ProfileCategory[]): string {
    return this.formats.list(categories.map((category) => this.language.say(categoryWord(category))));
  }

  /** What a role sees without asking, and what it may reveal: a sentence each. */
  sight({ sees }: LedgerSummary['viewers'][number]): readonly string[] {
    return (['shown', 'on-reveal'] as const).flatMap((mode) => {
      const held = sees.filter((grant) => grant.mode === mode);
      if (held.length === 0) return [];
      const purposes = [...new Set(held.flatMap((grant) => grant.purposes))].map((purpose) => this.language.say(purposeWord(purpose)));
      const what = this.categories(held.map(({ category }) => category));
      return [this.language.say(`access.ledger.sight.${mode}`, { what, purposes: this.formats.list(purposes) })];
    });
  }

  /** `Found by exact address or number: 3 times, the last time on 2 March 2026`. */
  counted({ kind, scope, count, latestDay }: LedgerSummary['counted'][number]): string {
    return this.language.sayCount(`access.ledger.counted.${kind}.${scope}`, count, { day: this.formats.day(latestDay) });
  }
}
