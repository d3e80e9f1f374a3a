import { Injectable } from '@nestjs/common';
import type { SessionRules } from '@smartpar/identity/model';
import type { AccountTransaction } from '@smartpar/platform/database';
import { SessionRow } from './session.entity';

/** When sessions were last used. Not audited: it decides nothing but how long a session lives, and when it is forgotten. */
@Injectable()
export class SessionUseRepository {
  /**
   * Notes that a session was used.
   * @returns whether the session is still there
   */
  async note(tx: AccountTransaction, sessionId: string): Promise<boolean> {
    const { affected } = await tx.manager.update(SessionRow, { accountId: tx.accountId, id: sessionId }, { lastSeenAt: tx.at });
    return affected === 1;
  }

  /** Forgets sessions that died of age; they were over already. */
  async forgetDead(tx: AccountTransaction, { own, shared }: SessionRules): Promise<void> {
    await tx.query(
      `delete from sessions where account_id = $1 and (
         case when shared_computer then last_seen_at <= $2 or created_at <= $3 else last_seen_at <= $4 or created_at <= $5 end)`,
      [tx.accountId, tx.at.subtract(shared.idle), tx.at.subtract(shared.absolute), tx.at.subtract(own.idle), tx.at.subtract(own.absolute)],
    );
  }
}
