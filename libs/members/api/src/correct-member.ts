import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import { type MemberActor, type ProfileCategory, sightOf } from '@smartpar/access/model';
import {
  type CorrectMember as CorrectMessage,
  foldGivenName,
  foldName,
  type MemberAct,
  memberChangedMeanwhile,
  phoneUnclear,
  readPhone,
} from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import { CountedProbe } from './counted-probe';
import type { LockedMember } from './locked-member';
import { type Changed, type MemberDeed, MemberDesk } from './member-desk';
import { type MemberFields, MemberRepository } from './member.repository';

type Fields = Pick<LockedMember, 'email' | 'firstName' | 'lastName' | 'phone' | 'locale'>;

const FIELDS = ['email', 'firstName', 'lastName', 'phone', 'locale'] as const satisfies readonly (keyof Fields)[];

/** The kind of personal data a field holds; the language is none. */
const CATEGORIES: Readonly<Partial<Record<keyof Fields, ProfileCategory>>> = {
  email: 'user.contact.email.work',
  firstName: 'user.name',
  lastName: 'user.name',
  phone: 'user.contact.phone_number.work',
};

/** Corrects what is kept about a member. */
@Injectable()
export class CorrectMember {
  constructor(
    private readonly desk: MemberDesk,
    private readonly abilities: Abilities,
    private readonly members: MemberRepository,
    private readonly probe: CountedProbe,
  ) {}

  /**
   * @param message what is left out stays, `null` clears
   * @throws {DomainError} `not_found`, `member.changed_meanwhile`, `member.address_taken`, `member.phone_unclear`
   */
  run(actor: MemberActor, memberId: string, message: CorrectMessage, key: string): Promise<MemberAct> {
    const { version } = message;
    const order = { memberId, action: 'correct', operation: 'member.correct', key, content: { ...message } } as const;
    const deed = async ({ tx, member }: MemberDeed): Promise<Changed> => {
      if (member.version !== version) throw memberChangedMeanwhile();
      const fields = correctedBy(message, member);
      const changed = FIELDS.filter((field) => fields[field] !== member[field] || (message[field] !== undefined && !this.isShown(actor, member, field)));
      if (changed.length === 0) return {};
      const entry = { action: 'member.corrected', target: { noun: 'member', id: memberId }, facts: { fields: changed.join(' ') } };
      await this.members.correct(tx, { memberId, version }, keptAs(fields), entry);
      return { version: version + 1 };
    };
    return this.probe.with(actor, message.email, () => this.desk.act(actor, order, deed));
  }

  /** What is given for something hidden counts as a change whatever it is: else it could be guessed by what changes nothing. */
  private isShown(actor: MemberActor, { id, siteId }: LockedMember, field: keyof Fields): boolean {
    const category = CATEGORIES[field];
    return category === undefined || sightOf(this.abilities.of(actor), category, { id, siteId }) === 'shown';
  }
}

function correctedBy({ email, firstName, lastName, phone, locale }: CorrectMessage, member: LockedMember): Fields {
  return {
    email: email ?? member.email,
    firstName: firstName ?? member.firstName,
    lastName: lastName === undefined ? member.lastName : lastName,
    phone: phone === undefined ? member.phone : phoneOf(phone, member.country),
    locale: locale ?? member.locale,
  };
}

/** A number as it is kept, read with the country of a site. @throws {DomainError} `member.phone_unclear` */
export function phoneOf(typed: string | null, country: string | null): string | null {
  if (typed === null) return null;
  const phone = readPhone(typed, country);
  if (phone === null) throw phoneUnclear();
  return phone;
}

const keptAs = (fields: Fields): MemberFields => ({
  ...fields,
  emailFolded: foldAddress(fields.email),
  nameFolded: foldName(fields.firstName ?? '', fields.lastName),
  givenFolded: foldGivenName(fields.firstName ?? '', fields.lastName),
});
