import { Injectable, inject } from '@angular/core';
import { purposeWord, roleWord, type GrantCategory, type GrantView, type OrganizationPurpose } from '@smartpar/access/model';
import { Formats, Language } from '@smartpar/platform/ui';

/** Somebody in a grant: by number. */
interface Somebody {
  readonly number: number | null;
}

/** Says in words what a grant is about. */
@Injectable({ providedIn: 'root' })
export class GrantingWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** `M-10422`, or that nobody known is behind it any more. */
  member({ number }: Somebody): string {
    return number === null ? this.language.say('granting.somebody') : `M-${number}`;
  }

  /** Who holds it: a member, everybody with a role, or a group. */
  grantee(grantee: GrantView['grantee']): string {
    if (grantee.kind === 'member') return this.member(grantee);
    if (grantee.kind === 'role') return this.language.say('granting.everybodyWith', { role: this.language.say(roleWord(grantee.role)) });
    return grantee.name === null ? this.language.say('granting.goneGroup') : this.language.say('granting.group', { name: grantee.name });
  }

  /** `All contact data and Name` */
  categories(categories: readonly GrantCategory[]): string {
    return this.formats.list(categories.map((category) => this.category(category)));
  }

  /** `All contact data` */
  category(category: GrantCategory): string {
    return this.language.say(`granting.categories.${category.replace(/[._]/g, '-')}`);
  }

  /** `Keeping accounts safe` */
  purposes(purposes: readonly OrganizationPurpose[]): string {
    return this.formats.list(purposes.map((purpose) => this.language.say(purposeWord(purpose))));
  }

  /** Of whom: `Everybody`, `Everybody at Hamburg`, `M-10422` */
  scope({ kind, places }: GrantView['scope']): string {
    if (kind === 'all') return this.language.say('granting.scope.all');
    const names = this.formats.list(places.map(({ label }) => label ?? this.language.say('granting.gone')));
    return kind === 'members' ? names : this.language.say(`granting.scope.${kind}`, { names });
  }
}
