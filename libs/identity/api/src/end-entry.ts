import { Injectable, Optional } from '@nestjs/common';
import { Abilities, KnownActors } from '@smartpar/access/api';
import { type MemberActor, subject } from '@smartpar/access/model';
import { unknownToSignOut } from '@smartpar/identity/model';
import { newId } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { enqueueMail } from '@smartpar/platform/mail';
import { EntryEndsRepository } from './entry-ends.repository';
import { entryEndedMail } from './mails/entry-ended.mail';
import { MemberAccounts } from './ports';

const OPERATION = 'entry.end';

/**
 * Signs a member out of the organization, wherever they are signed in. It asks for their password again and does nothing else: sessions stay, with
 * their other organizations and the member's own side of this one. Whether they ever signed in the organization does not learn by it.
 */
@Injectable()
export class EndEntry {
  constructor(
    private readonly database: Database,
    private readonly ends: EntryEndsRepository,
    private readonly abilities: Abilities,
    private readonly actors: KnownActors,
    @Optional() private readonly members?: MemberAccounts,
  ) {}

  /** @throws {DomainError} 422 where there is no such member, or none whom the actor may sign out */
  async run(actor: MemberActor, memberNumber: string, key: string): Promise<void> {
    const accountId = await this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, memberNumber) }, {});
      if (replayed) return null;
      const member = (await this.members?.byNumber(tx, memberNumber)) ?? null;
      if (member === null || !this.abilities.of(actor).can('end', subject('entry', { ...member }))) throw unknownToSignOut();
      const entry = { action: 'member.signed-out', target: { noun: 'member', id: member.memberId }, facts: {} };
      const readers = await this.ends.keep(tx, member.accountId ?? newId(), entry);
      const facts = { at: tx.at.toString(), organization: (await this.members?.organizationName(tx)) ?? '' };
      for (const reader of readers) await enqueueMail(tx, entryEndedMail, { ...reader, facts });
      return member.accountId;
    });
    // the other processes hear of it, this one knows
    if (accountId !== null) this.actors.forgetAccount(accountId);
  }
}
