import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { type MemberAct, memberChangedMeanwhile, type PlaceMember as PlaceMessage } from '@smartpar/members/model';
import { MemberDesk } from './member-desk';
import { MemberRepository } from './member.repository';

/** Gives a member another site, or none. */
@Injectable()
export class PlaceMember {
  constructor(
    private readonly desk: MemberDesk,
    private readonly members: MemberRepository,
  ) {}

  /** @throws {DomainError} `not_found`, `member.changed_meanwhile`, `member.unknown_site` */
  run(actor: MemberActor, memberId: string, message: PlaceMessage, key: string): Promise<MemberAct> {
    const { version, siteId } = message;
    return this.desk.act(actor, { memberId, action: 'place', operation: 'member.place', key, content: message }, async ({ tx, member }) => {
      if (member.version !== version) throw memberChangedMeanwhile();
      if (member.siteId === siteId) return {};
      const entry = { action: 'member.placed', target: { noun: 'member', id: memberId }, facts: { from: member.siteId, to: siteId } };
      await this.members.place(tx, { memberId, version }, siteId, entry);
      return { version: version + 1 };
    });
  }
}
