import { Injectable } from '@nestjs/common';
import { type ChallengeEntry, entryChallenged, type EntryChallenge, type MemberActor } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId, notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { Complaints } from './complaints';
import { isHeldBack } from './held-back';
import { LedgerRepository } from './ledger.repository';

const OPERATION = 'ledger.challenge';
/** In whose name the log has complaints. */
const COMPLAINTS = 'complaints';

/** Somebody complains about a look at their data; the complaint never reaches whoever looked. */
@Injectable()
export class ChallengeLook {
  constructor(
    private readonly database: Database,
    private readonly complaints: Complaints,
    private readonly ledger: LedgerRepository,
  ) {}

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found` for what is no look at one's own data, `ledger.challenged`
   */
  run(actor: MemberActor, entryId: string, { words }: ChallengeEntry, key: string): Promise<EntryChallenge> {
    const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, entryId, words) };
    return this.database.tenant(actor, async (tx) => {
      const [{ replayed, reference }, look] = await Promise.all([once(tx, attempt, { requestId: newId() }), ownLook(tx, actor.memberId, entryId)]);
      if (look === null) throw notFound();
      const { requestId } = reference;
      if (!replayed) {
        // the log is read by whoever may have looked: it names nobody, and which look it was can be proved with the salt and not guessed without
        const salt = newSalt();
        const [target, facts] = [{ noun: 'privacy-request', id: requestId }, { entry: saltedHash(entryId, salt) }];
        const entry = { action: 'ledger.challenged', target, facts, process: COMPLAINTS };
        if (!(await this.ledger.addChallenge(tx, { entryId, requestId, salt }, entry))) throw entryChallenged();
      }
      return this.complaints.open(tx, { requestId, memberId: actor.memberId, aboutMemberId: look.byMemberId, entry: { id: entryId, at: look.at }, words });
    });
  }
}

async function ownLook(tx: TenantTransaction, memberId: string, entryId: string): Promise<{ readonly at: Date; readonly byMemberId: string | null } | null> {
  const [look] = await tx.query<{ at: Date; byMemberId: string | null }>(
    `select r.at, r.by_member_id as "byMemberId" from reveals r where r.organization_id = $1 and r.id = $2 and r.member_id = $3 and not ${isHeldBack('r', '$4')}`,
    [tx.organizationId, entryId, memberId, tx.at],
  );
  return look ?? null;
}
