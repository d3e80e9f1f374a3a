import { Injectable } from '@nestjs/common';
import { type EndingGrant, type GrantAct, grantStateForbids, type MemberActor } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { GrantDesk } from './grant-desk';
import { GrantMails } from './grant-mails';
import { standingOf } from './grant-row';
import { forgetLapse } from './grant-work';
import { GrantRepository } from './grant.repository';

/** Takes back what was asked for, and ends what was granted: everywhere, within a second. */
@Injectable()
export class EndGrant {
  constructor(
    private readonly desk: GrantDesk,
    private readonly grants: GrantRepository,
    private readonly mails: GrantMails,
  ) {}

  /** @throws {DomainError} `not_found`, `grant.state_forbids` */
  withdraw(actor: MemberActor, grantId: string, key: string): Promise<GrantAct> {
    return this.desk.act(actor, { grantId, action: 'withdraw', operation: 'grant.withdraw', key, content: null }, async ({ tx, grant }) => {
      if (standingOf(grant, tx.at) !== 'requested') throw grantStateForbids();
      await this.grants.close(tx, grantId, 'withdrawn', { action: 'grant.withdrawn', target: { noun: 'grant', id: grantId }, facts: {} });
      await forgetLapse(tx, grantId);
    });
  }

  /** @throws {DomainError} `not_found`, `grant.state_forbids` */
  revoke(actor: MemberActor, grantId: string, { reason }: EndingGrant, key: string): Promise<GrantAct> {
    return this.desk.act(actor, { grantId, action: 'revoke', operation: 'grant.revoke', key, content: { reason } }, async ({ tx, grant }) => {
      if (!['live', 'scheduled'].includes(standingOf(grant, tx.at))) throw grantStateForbids();
      const words = { text: reason, salt: newSalt() };
      const { granteeMemberId, requestedBy } = grant;
      const facts = { granteeMemberId, requestedBy, words: saltedHash(words.text, words.salt) };
      await this.grants.revoke(tx, grantId, actor.memberId, words, { action: 'grant.revoked', target: { noun: 'grant', id: grantId }, facts });
      await this.mails.tellConcerned(tx, grant, 'revoked');
    });
  }
}
