import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { type ChangeMyProfile as ChangeMessage, editorsOf, ledByDirectory, memberChangedMeanwhile, type MyProfile, sourceOf } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { phoneOf } from './correct-member';
import { type LockedMember, lockMember } from './locked-member';
import { fieldsOf, ProfileRepository, type ProfileValuesKept } from './profile/profile.repository';
import { readAttributes } from './profile/read-attributes';
import { correctedEntry } from './profile/write-profile';
import { ReadMyProfile } from './read-my-profile';

const OPERATION = 'own-profile.correct';

/** Corrects what a member may correct about themself: how they are called and reached, in which language and at what hours. */
@Injectable()
export class ChangeMyProfile {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfileRepository,
    private readonly profile: ReadMyProfile,
  ) {}

  /**
   * @param message what is left out stays, `null` clears
   * @returns what is kept now
   * @throws {DomainError} `not_found`, `member.changed_meanwhile`, `member.phone_unclear`, `member.led_by_directory`
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
    const values = ownValues(message, member);
    const changed = fieldsOf(values).filter((field) => values[field] !== member[field]);
    const attributes = await readAttributes(tx, { memberId: member.id, given: message.attributes, by: 'person', isShown: () => true });
    if (changed.length + attributes.length === 0) return;
    for (const field of changed) {
      if (!editorsOf(field, sourceOf(member, field, member[field])).includes('person')) throw ledByDirectory(field);
    }
    const { id: memberId, version } = member;
    const kept = Object.fromEntries(changed.map((field) => [field, values[field]]));
    await this.profiles.write(tx, { memberId, version, source: 'person', values: kept, attributes }, correctedEntry(memberId, changed, 'person', attributes));
  }
}

const ownValues = ({ phone, privatePhone, displayName, locale, timeZone }: ChangeMessage, { siteCountry }: LockedMember): ProfileValuesKept => ({
  phone: phone === undefined ? undefined : phoneOf(phone, siteCountry),
  privatePhone: privatePhone === undefined ? undefined : phoneOf(privatePhone, siteCountry, 'privatePhone'),
  displayName,
  locale,
  timeZone,
});
