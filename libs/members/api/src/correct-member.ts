import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import { type MemberActor, type ProfileCategory, sightOf } from '@smartpar/access/model';
import {
  CATEGORY_OF_FIELD,
  type CorrectMember as CorrectMessage,
  editorsOf,
  ledByDirectory,
  type MemberAct,
  memberChangedMeanwhile,
  phoneUnclear,
  type ProfileField,
  readPhone,
  sourceOf,
} from '@smartpar/members/model';
import { CountedProbe } from './counted-probe';
import type { LockedMember } from './locked-member';
import { type Changed, type MemberDeed, MemberDesk } from './member-desk';
import { ProfileRepository, type ProfileValuesKept } from './profile/profile.repository';
import { readAttributes } from './profile/read-attributes';
import { correctedEntry } from './profile/write-profile';

/** Corrects what is kept about a member. */
@Injectable()
export class CorrectMember {
  constructor(
    private readonly desk: MemberDesk,
    private readonly abilities: Abilities,
    private readonly profiles: ProfileRepository,
    private readonly probe: CountedProbe,
  ) {}

  /**
   * @param message what is left out stays, `null` clears
   * @throws {DomainError} `not_found`, `member.changed_meanwhile`, `member.address_taken`, `member.phone_unclear`, `member.unknown_manager`,
   *   `member.led_by_directory`
   */
  run(actor: MemberActor, memberId: string, message: CorrectMessage, key: string): Promise<MemberAct> {
    const { version } = message;
    const order = { memberId, action: 'correct', operation: 'member.correct', key, content: { ...message } } as const;
    const deed = async ({ tx, member }: MemberDeed): Promise<Changed> => {
      if (member.version !== version) throw memberChangedMeanwhile();
      const values = correctedBy(message, member);
      const changed = FIELDS.filter((field) => message[field] !== undefined && (values[field] !== member[field] || !this.isShown(actor, member, field)));
      const given = {
        memberId,
        given: message.attributes,
        by: 'administrator',
        isShown: (category: ProfileCategory) => this.shows(actor, member, category),
      } as const;
      const attributes = await readAttributes(tx, given);
      if (changed.length + attributes.length === 0) return {};
      for (const field of changed) refuseOfDirectory(member, field);
      const kept = Object.fromEntries(changed.map((field) => [field, values[field]]));
      const change = { memberId, version, source: 'administrator', values: kept, attributes } as const;
      await this.profiles.write(tx, change, correctedEntry(memberId, changed, 'administrator', attributes));
      return { version: version + 1 };
    };
    return this.probe.with(actor, message.email, () => this.desk.act(actor, order, deed));
  }

  /** What is given for something hidden counts as a change whatever it is: else it could be guessed by what changes nothing. */
  private isShown(actor: MemberActor, member: LockedMember, field: ProfileField): boolean {
    const category = CATEGORY_OF_FIELD[field];
    return category === null || this.shows(actor, member, category);
  }

  private shows(actor: MemberActor, { id, siteId }: LockedMember, category: ProfileCategory): boolean {
    return sightOf(this.abilities.of(actor), category, { id, siteId }) === 'shown';
  }
}

/** What administrators correct; what is private is the person's alone. */
const FIELDS = [
  ...(['firstName', 'lastName', 'displayName', 'email', 'phone', 'locale', 'timeZone', 'country', 'department', 'employeeNumber', 'managerId'] as const),
] satisfies readonly (ProfileField & keyof CorrectMessage)[];

const correctedBy = ({ attributes: _, version: __, ...message }: CorrectMessage, { siteCountry }: LockedMember): ProfileValuesKept => ({
  ...message,
  phone: message.phone === undefined ? undefined : phoneOf(message.phone, siteCountry),
});

/** @throws {DomainError} `member.led_by_directory` */
function refuseOfDirectory(member: LockedMember, field: ProfileField): void {
  if (editorsOf(field, sourceOf(member, field, member[field])).includes('directory')) throw ledByDirectory(field);
}

/** A number as it is kept, read with the country of a site. @throws {DomainError} `member.phone_unclear` */
export function phoneOf(typed: string | null, country: string | null, field: 'phone' | 'privatePhone' = 'phone'): string | null {
  if (typed === null) return null;
  const phone = readPhone(typed, country);
  if (phone === null) throw phoneUnclear(field);
  return phone;
}
