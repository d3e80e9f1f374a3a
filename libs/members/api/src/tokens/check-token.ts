import { Injectable } from '@nestjs/common';
import { tokenInvalid, type TokenScope, tokenStateAt, tokenWorks } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { type KeptToken, READ_TOKEN } from './kept-token';
import { type PresentedToken, presentedToken, sameHash } from './token-text';

/**
 * Lets other systems in by their token. A token names its organization, whose wall stands around the transaction it is checked in: what a token of
 * another one says is not even found. It is checked in the transaction that acts, so that an ended token does nothing more.
 */
@Injectable()
export class CheckToken {
  /** Reads what a request presents. @throws {DomainError} `token.invalid` */
  presented(authorization: string | undefined): PresentedToken {
    const presented = presentedToken(authorization);
    if (presented === null) throw tokenInvalid();
    return presented;
  }

  /** @throws {DomainError} `token.invalid`, whatever is wrong with it */
  async within(tx: TenantTransaction, presented: PresentedToken, scope: TokenScope): Promise<void> {
    const [kept] = await tx.query<KeptToken>(READ_TOKEN, [tx.organizationId, presented.id]);
    const fits = kept !== undefined && sameHash(kept.hash, presented.hash) && kept.scope === scope;
    if (!fits || !tokenWorks(tokenStateAt(kept, tx.at.epochMilliseconds))) throw tokenInvalid();
    if (kept.lastUsedOn !== dayOf(tx)) await this.noteUse(tx, presented.id);
  }

  /** Notes the day a token was last used on. */
  async noteUse(tx: TenantTransaction, id: string): Promise<void> {
    await tx.query('update system_tokens set last_used_on = $3 where organization_id = $1 and id = $2 and last_used_on is distinct from $3', [
      tx.organizationId,
      id,
      dayOf(tx),
    ]);
  }
}

const dayOf = ({ at }: TenantTransaction): string => at.toString().slice(0, 10);
