import { Injectable, inject } from '@angular/core';
import { categoryWord, purposeWord, reasonWord, roleWord, type LedgerLook, type LedgerSummary, type ProfileCategory, type Role } from '@smartpar/access/model';
import { Formats, Language } from '@smartpar/platform/ui';

/** Says in words what the ledger holds. */
@Injectable({ providedIn: 'root' })
export class LookWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** `Helpdesk looked at: Work phone`. */
  look({ by, categories, exported }: LedgerLook): string {
    const what = this.categories(categories);
    if (by.self && exported !== undefined) return this.language.sayCount('access.ledger.takenOutSelf', exported.people, { what });
    if (by.self) return this.language.say('access.ledger.lookedSelf', { what });
    if (by.lockbox !== undefined) return this.language.say('access.ledger.lookedStaff', { what, reference: by.lockbox.caseReference });
    const who = by.roles.length === 0 ? this.language.say('access.ledger.somebody') : this.roles(by.roles);
    if (exported !== undefined) return this.language.sayCount('access.ledger.takenOut', exported.people, { who, what });
    return by.emergency === undefined
      ? this.language.say('access.ledger.looked', { who, what })
      : this.language.say(`access.ledger.lookedEmergency.${by.emergency}`, { who, what });
  }

  /** `Owner and Helpdesk`. */
  roles(roles: readonly Role[]): string {
    return this.formats.list(roles.map((role) => this.language.say(roleWord(role))));
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

  /** What a role sees without asking, and what it may reveal: a sentence for each set of purposes. */
  sight({ sees }: LedgerSummary['viewers'][number]): readonly string[] {
    const alike = Map.groupBy(sees, ({ mode, purposes }) => [mode, ...purposes].join(' '));
    return [...alike.values()].flatMap((grants) => {
      const [first] = grants;
      if (first === undefined) return [];
      const purposes = this.formats.list(first.purposes.map((purpose) => this.language.say(purposeWord(purpose))));
      return [this.language.say(`access.ledger.sight.${first.mode}`, { what: this.categories(grants.map(({ category }) => category)), purposes })];
    });
  }

  /** `Found by exact address or number: 3 times, the last time on 2 March 2026`. */
  counted({ kind, scope, count, latestDay }: LedgerSummary['counted'][number]): string {
    return this.language.sayCount(`access.ledger.counted.${kind}.${scope}`, count, { day: this.formats.day(latestDay) });
  }
}
