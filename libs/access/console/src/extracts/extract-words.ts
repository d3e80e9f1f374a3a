import { Injectable, inject } from '@angular/core';
import { categoryWord, isProfileCategory, purposeWord, reasonWord, roleWord, ROLES, type ExtractView } from '@smartpar/access/model';
import { Formats, Language } from '@smartpar/platform/ui';

/** Somebody in an extract: by number. */
interface Somebody {
  readonly number: number | null;
}

/** Says in words what an extract is about. */
@Injectable({ providedIn: 'root' })
export class ExtractWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** `M-10422`, or that nobody known is behind it any more. */
  member({ number }: Somebody): string {
    return number === null ? this.language.say('extracts.somebody') : `M-${number}`;
  }

  /** `Name and Work phone` */
  categories(categories: readonly string[]): string {
    return this.formats.list(categories.filter(isProfileCategory).map((category) => this.language.say(categoryWord(category))));
  }

  /** `Keeping accounts safe` */
  purpose({ purpose }: Pick<ExtractView, 'purpose'>): string {
    return this.language.say(purposeWord(purpose));
  }

  /** The reason as it was given. */
  reason({ reason }: Pick<ExtractView, 'reason'>): string {
    return 'template' in reason ? this.language.say(reasonWord(reason.template)) : reason.words;
  }

  /** `3 people` */
  people(count: number): string {
    return this.language.sayCount('extracts.people', count);
  }

  /** Of whom: `Everybody`, `Active, at Hamburg`, `M-10001 and M-10002` */
  whom({ kind, narrowed, numbers }: ExtractView['whom']): string {
    if (kind === 'members') return this.formats.list(numbers.map((number) => `M-${number}`));
    if (narrowed.length === 0) return this.language.say('extracts.whom.all');
    return this.formats.list(narrowed.map((one) => this.narrowing(one)));
  }

  /** One sentence for each kind of data that no access covers of somebody. */
  exempt({ by }: ExtractView['exempt']): readonly string[] {
    return by.map(({ category, people }) => this.language.sayCount('extracts.exempt', people, { what: this.language.say(categoryWord(category)) }));
  }

  private narrowing({ by, label }: ExtractView['whom']['narrowed'][number]): string {
    const name = label ?? this.language.say('extracts.gone');
    if (by === 'status') return this.language.say(`extracts.status.${name}`);
    if (by === 'role') return this.language.say('extracts.whom.role', { name: this.role(name) });
    return this.language.say(`extracts.whom.${by}`, { name });
  }

  private role(name: string): string {
    const role = ROLES.find((one) => one === name);
    return role === undefined ? name : this.language.say(roleWord(role));
  }
}
