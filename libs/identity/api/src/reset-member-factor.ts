import { Injectable, Optional } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import { type MemberActor, subject } from '@smartpar/access/model';
import { unknownToReset } from '@smartpar/identity/model';
import { newId } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { enqueueMail } from '@smartpar/platform/mail';
import { FactorResetsRepository } from './factor-resets.repository';
import { secondFactorMail } from './mails/second-factor.mail';
import { MemberAccounts } from './ports';

const OPERATION = 'second-factor.reset';

/**
 * Lets a member into the organization without the second factor they lost. It opens nothing else: not the account, not
 * the member's own side, not other organizations. Whether there was a second factor the organization does not learn.
 */
@Injectable()
export class ResetMemberFactor {
  constructor(
    private readonly database: Database,
    private readonly resets: FactorResetsRepository,
    private readonly abilities: Abilities,
    @Optional() private readonly members?: MemberAccounts,
  ) {}

  /** @throws {DomainError} 422 where there is no such member, or none whose second factor the actor may reset */
  async run(actor: MemberActor, memberNumber: string, key: string): Promise<void> {
    await this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, memberNumber) }, {});
      if (replayed) return;
      const member = (await this.members?.byNumber(tx, memberNumber)) ?? null;
      if (member === null || !this.abilities.of(actor).can('reset', subject('second-factor', { ...member }))) throw unknownToReset();
      const { memberId, accountId } = member;
      const entry = { action: 'second-factor.reset', target: { noun: 'member', id: memberId }, facts: {} };
      const readers = await this.resets.keep(tx, accountId ?? newId(), entry);
      const facts = { at: tx.at.toString(), what: 'reset-by-organization', organization: (await this.members?.organizationName(tx)) ?? null } as const;
      for (const reader of readers) await enqueueMail(tx, secondFactorMail, { ...reader, facts });
    });
  }
}
