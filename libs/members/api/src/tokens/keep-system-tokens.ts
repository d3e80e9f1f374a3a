import { Injectable } from '@nestjs/common';
import type { Actor, MemberActor } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId, notFound } from '@smartpar/kernel';
import {
  MAX_LIVE_TOKENS,
  type NewSystemToken,
  type ShownSystemToken,
  type SystemToken,
  tokenOver,
  type TokenRotation,
  tokenShownBefore,
  tokenStateAt,
  tooManyTokens,
} from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { type KeptToken, SystemTokenRepository } from './system-token.repository';
import { makeToken } from './token-text';

/** An organization lets other systems in by tokens of their own, replaces them and ends them. */
@Injectable()
export class KeepSystemTokens {
  constructor(
    private readonly database: Database,
    private readonly tokens: SystemTokenRepository,
  ) {}

  /** Those that work, and those that did not long ago. */
  list(actor: MemberActor): Promise<{ items: readonly SystemToken[] }> {
    return this.database.tenant(actor, async (tx) => ({ items: (await this.tokens.list(tx)).map((token) => present(tx, token)) }));
  }

  /**
   * Makes one and shows it this once.
   * @param actor an owner, or the operator's own process
   * @throws {DomainError} `token.too_many`, `token.shown_before`
   */
  issue(actor: Actor, wanted: NewSystemToken, key: string): Promise<ShownSystemToken> {
    const operation = 'system-token.issue';
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, wanted) }, { id: newId() });
      if (replayed) throw tokenShownBefore();
      return this.make(tx, reference.id, wanted);
    });
  }

  /** Makes another one in the place of one, for the same system. @throws {DomainError} `not_found`, `token.over`, `token.too_many`, `token.shown_before` */
  rotate(actor: MemberActor, id: string, { days, overlapHours }: TokenRotation, key: string): Promise<ShownSystemToken> {
    const operation = 'system-token.rotate';
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, id, { days, overlapHours }) }, { id: newId() });
      if (replayed) throw tokenShownBefore();
      const before = await this.tokens.find(tx, id);
      if (before === null) throw notFound();
      const made = await this.make(tx, reference.id, { name: before.name, scope: before.scope, days });
      const entry = entryOf('replaced', id, { by: reference.id, overlapHours });
      if (!(await this.tokens.replace(tx, id, { by: reference.id, until: tx.at.add({ hours: overlapHours }) }, entry))) throw tokenOver();
      return made;
    });
  }

  /** Ends one, from this moment on. @throws {DomainError} `not_found` */
  revoke(actor: MemberActor, id: string, key: string): Promise<void> {
    const operation = 'system-token.revoke';
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, id) }, { id });
      if (replayed) return;
      if ((await this.tokens.find(tx, id)) === null) throw notFound();
      await this.tokens.revoke(tx, id, entryOf('revoked', id));
    });
  }

  private async make(tx: TenantTransaction, id: string, { name, scope, days }: NewSystemToken): Promise<ShownSystemToken> {
    if ((await this.tokens.countLive(tx)) >= MAX_LIVE_TOKENS) throw tooManyTokens();
    const { text, hash, hint } = makeToken(tx.organizationId, id);
    const expiresAt = tx.at.add({ hours: 24 * days });
    await this.tokens.add(tx, { id, name, scope, hash, hint, expiresAt }, entryOf('issued', id, { scope, days }));
    const kept = await this.tokens.find(tx, id);
    if (kept === null) throw new Error('A token is there once it was kept.');
    return { token: present(tx, kept), text };
  }
}

const present = ({ at }: TenantTransaction, token: KeptToken): SystemToken => ({
  id: token.id,
  name: token.name,
  scope: token.scope,
  state: tokenStateAt(token, at.epochMilliseconds),
  hint: token.hint,
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt.toISOString(),
  revokedAt: token.revokedAt?.toISOString() ?? null,
  replacedBy: token.replacedBy,
  lastUsedOn: token.lastUsedOn,
});

const entryOf = (done: string, id: string, facts: AuditEntry['facts'] = {}): AuditEntry => ({
  action: `system-token.${done}`,
  target: { noun: 'system-token', id },
  facts,
});
