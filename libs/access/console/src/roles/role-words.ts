import { Injectable, inject } from '@angular/core';
import { ROLES, roleSentence, roleWord, type RoleList } from '@smartpar/access/model';
import { Language } from '@smartpar/platform/ui';
import type { HeldLine } from './answers';

/** Abilities about one kind of thing, in words. */
export interface AbilityGroup {
  /** what they are about: `Members` */
  readonly title: string;
  readonly abilities: readonly { readonly name: string; readonly sentence: string }[];
}

/** A role as it is shown, built-in or composed. */
export interface ShownRole {
  /** a built-in role's word, or the id of a composed one */
  readonly key: string;
  readonly name: string;
  readonly sentence: string;
  readonly abilities: readonly string[];
  readonly holders: number;
  /** of a composed role */
  readonly version: number | null;
}

/** Says roles, what they permit and who holds them in the language in use. */
@Injectable({ providedIn: 'root' })
export class RoleWords {
  private readonly language = inject(Language);

  /** Every role, those there are from the start first. */
  shown({ builtIn, custom }: RoleList): readonly ShownRole[] {
    return [
      ...builtIn.map(({ role, ...facts }) => ({ ...facts, key: role, name: this.say(roleWord(role)), sentence: this.say(roleSentence(role)), version: null })),
      ...custom.map(({ id, name, sentence, abilities, holders, version }) => ({ key: id, name, sentence: sentence ?? '', abilities, holders, version })),
    ];
  }

  /** What a role permits, heading by heading. */
  groups(abilities: readonly string[]): readonly AbilityGroup[] {
    const groups = new Map<string, { readonly name: string; readonly sentence: string }[]>();
    for (const name of abilities) {
      const title = this.say(`roles.noun.${name.split('.')[0]}`);
      groups.set(title, [...(groups.get(title) ?? []), { name, sentence: this.say(`roles.ability.${name}`) }]);
    }
    return [...groups].map(([title, said]) => ({ title, abilities: said }));
  }

  /** The name of a role somebody holds. */
  held({ role, roleName }: Pick<HeldLine, 'role' | 'roleName'>): string {
    const builtIn = ROLES.find((one) => one === role);
    return builtIn === undefined ? (roleName ?? this.say('roles.gone')) : this.say(roleWord(builtIn));
  }

  /** Where a role is held: `The whole organization`, `Site: Harbour`. */
  place({ scope }: Pick<HeldLine, 'scope'>): string {
    return this.say(`roles.place.${scope.kind}`, { name: scope.name ?? '' });
  }

  /** A member's name as far as it is shown. */
  name({ member }: Pick<HeldLine, 'member'>): string | null {
    return [member.profile.firstName, member.profile.lastName].filter(Boolean).join(' ') || null;
  }

  private say(key: string, figures: Readonly<Record<string, string>> = {}): string {
    return this.language.say(key, figures);
  }
}
