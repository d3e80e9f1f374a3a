import { Injectable, inject } from '@angular/core';
import { ROLES, roleWord, type Role } from '@smartpar/access/model';
import { memberNumberText, parseMemberNumber, type FurtherRole, type MemberEvent, type ShownProfile } from '@smartpar/members/model';
import { Formats, Language } from '@smartpar/platform/ui';

type Facts = MemberEvent['facts'];

/** Says the things of a member in the language in use; read in a template the sentences follow it. */
@Injectable({ providedIn: 'root' })
export class MemberWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** A member's name; `null` where it is not shown, or none is kept. */
  name({ firstName, lastName }: Pick<ShownProfile, 'firstName' | 'lastName'>): string | null {
    return [firstName, lastName].filter(Boolean).join(' ') || null;
  }

  /** Roles, one after the other. */
  roles(roles: readonly Role[]): string {
    return this.formats.list(roles.map((role) => this.language.say(roleWord(role))));
  }

  /** A role of the organization's own, or one for a site or a group: `Shift lead, group Night shift`. */
  further({ role, name, kind, place }: FurtherRole): string {
    const builtIn = ROLES.find((one) => one === role);
    const held = builtIn === undefined ? (name ?? '') : this.language.say(roleWord(builtIn));
    return kind === 'all' ? held : this.language.say(`members.further.${kind}`, { role: held, place: place ?? '' });
  }

  /**
   * Something that happened to a member, in words.
   * @param siteName the name of a site the reader may know
   */
  event({ action, facts }: Pick<MemberEvent, 'action' | 'facts'>, siteName: (id: string) => string | undefined): string {
    switch (action) {
      case 'member.invited':
        return this.invited(rolesIn(facts['roles']));
      case 'member.status-changed':
        return this.moved(facts);
      case 'member.placed':
        return this.placed(facts['to'], siteName);
      case 'member.corrected':
        return this.say('corrected', { fields: this.formats.list(wordsIn(facts['fields']).map((field) => this.language.say(`members.field.${field}`))) });
      case 'member-role.granted':
      case 'member-role.revoked':
        return this.say(action.replace('member-role.', 'role-'), { role: this.roles(rolesIn(facts['role'])) });
      case 'member-invitation.accepted':
        return this.say(facts['newAccount'] === true ? 'accepted-new' : 'accepted');
      default:
        return this.plain(action);
    }
  }

  /** Who did it: a member number and the roles they held, or what else acts here. */
  actor({ kind, memberNumber, roles }: MemberEvent['actor']): string {
    if (memberNumber === null) return this.language.say(`members.actor.${kind}`);
    const number = parseMemberNumber(memberNumber);
    const handle = number === null ? memberNumber : memberNumberText(number);
    return roles.length === 0 ? handle : `${handle}, ${this.roles(roles)}`;
  }

  private invited(roles: readonly Role[]): string {
    return roles.length === 0 ? this.say('invited') : this.say('invited-with', { roles: this.roles(roles) });
  }

  private moved({ from, to }: Facts): string {
    const key = to === 'active' ? (from === 'invited' ? 'let-in' : 'reactivated') : String(to);
    return this.plain(`status-${key}`);
  }

  private placed(to: Facts[string] | undefined, siteName: (id: string) => string | undefined): string {
    if (typeof to !== 'string') return this.say('no-site');
    const site = siteName(to);
    return site === undefined ? this.say('placed') : this.say('placed-at', { site });
  }

  /** What later versions of the server tell is at least told as a change. */
  private plain(code: string): string {
    const key = code.replaceAll('.', '-');
    return this.language.knows(`members.event.${key}`) ? this.say(key) : this.say('other');
  }

  private say(key: string, figures: Readonly<Record<string, string>> = {}): string {
    return this.language.say(`members.event.${key}`, figures);
  }
}

const wordsIn = (fact: Facts[string] | undefined): readonly string[] => (typeof fact === 'string' ? fact.split(' ').filter(Boolean) : []);

const rolesIn = (fact: Facts[string] | undefined): readonly Role[] => wordsIn(fact).flatMap((word) => ROLES.filter((role) => role === word));
