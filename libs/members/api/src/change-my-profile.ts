import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { type ChangeMyProfile as ChangeMessage, foldGivenName, foldName, memberChangedMeanwhile, type MyProfile } from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { phoneOf } from './correct-member';
import { type LockedMember, lockMember } from './locked-member';
import { MemberRepository } from './member.repository';
import { ReadMyProfile } from './read-my-profile';

const OPERATION = 'own-profile.correct';

/** Corrects what a member may correct about themself: the phone number and the language. */
@Injectable()
export class ChangeMyProfile {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly profile: ReadMyProfile,
  ) {}

  /**
   * @param message what is left out stays, `null` clears
   * @returns what is kept now
   * @throws {DomainError} `not_found`, `member.changed_meanwhile`, `member.phone_unclear`
   */
  async run(actor: MemberActor, message: ChangeMessage, key: string): Promise<MyProfile> {
    const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, { ...message }) };
    await this.database.tenant(actor, async (tx) => {
      const [done, member] = await Promise.all([once(tx, attempt, {}), lockMember(tx, actor.memberId)]);
      if (member === null) throw notFound();
      if (!done.replayed) await this.change(tx, member, message);
    });
    return this.profile.run(actor);
  }

  private async change(tx: TenantTransaction, member: LockedMember, message: ChangeMessage): Promise<void> {
    if (member.version !== message.version) throw memberChangedMeanwhile();
    const phone = message.phone === undefined ? member.phone : phoneOf(message.phone, member.country);
    const locale = message.locale ?? member.locale;
    const changed = [...(phone === member.phone ? [] : ['phone']), ...(locale === member.locale ? [] : ['locale'])];
    if (changed.length === 0) return;
    const { id, version, email, firstName, lastName } = member;
    const folded = { emailFolded: foldAddress(email), nameFolded: foldName(firstName ?? '', lastName), givenFolded: foldGivenName(firstName ?? '', lastName) };
    const entry = { action: 'member.corrected', target: { noun: 'member', id }, facts: { fields: changed.join(' ') } };
    await this.members.correct(tx, { memberId: id, version }, { email, firstName, lastName, ...folded, phone, locale }, entry);
  }
}
