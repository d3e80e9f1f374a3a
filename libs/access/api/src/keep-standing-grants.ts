import { Injectable } from '@nestjs/common';
import { grantsInForce, type MemberActor, ORGANIZATION_PURPOSES, SHIPPED_GRANTS, type StandingGrant, type StandingGrantsChange } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { forgetOrganization } from './invalidation';
import { KnownActors } from './known-actors';
import { type KeptGrants, StandingGrantRepository } from './standing-grant.repository';

const OPERATION = 'standing-grant.change';

/** One line for each role and category. */
export interface GrantLines {
  readonly version: number;
  readonly grants: readonly (StandingGrant & { readonly shipped: Pick<StandingGrant, 'mode' | 'purposes'>; readonly changedAt: Date | null })[];
}

/** An organization decides which of its roles see which data of its members, and why. */
@Injectable()
export class KeepStandingGrants {
  constructor(
    private readonly database: Database,
    private readonly grants: StandingGrantRepository,
    private readonly actors: KnownActors,
  ) {}

  /** The grants in force, with what is shipped beside each. */
  read(actor: MemberActor): Promise<GrantLines> {
    return this.database.tenant(actor, async (tx) => linesOf(await this.grants.find(tx)));
  }

  /**
   * @param change all that is to differ from what is shipped
   * @param key the act's idempotency key
   * @throws {DomainError} `standing_grant.changed_meanwhile`
   */
  async change(actor: MemberActor, change: StandingGrantsChange, key: string): Promise<GrantLines> {
    const fingerprint = fingerprintOf(OPERATION, change);
    const lines = await this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint }, {});
      if (!replayed) await this.apply(tx, change);
      return linesOf(await this.grants.find(tx));
    });
    // other processes hear of it; this one does not wait for that
    this.actors.forgetOrganization(actor.organizationId);
    return lines;
  }

  private async apply(tx: TenantTransaction, { version, grants }: StandingGrantsChange): Promise<void> {
    const before = grantsInForce((await this.grants.find(tx)).changed);
    const steps = grantsInForce(grants.map(inOrder)).flatMap((to, index) => {
      const [from, shipped] = [before[index], SHIPPED_GRANTS[index]];
      return from === undefined || shipped === undefined || isSame(from, to) ? [] : [{ from, to, restores: isSame(to, shipped) }];
    });
    if (steps.length === 0) return;
    const kept = steps.filter(({ restores }) => !restores).map(({ to }) => to);
    const restored = steps.filter(({ restores }) => restores).map(({ to }) => to);
    await this.grants.change(tx, version, { kept, restored }, steps.map(entryOf));
    await forgetOrganization(tx);
  }
}

/** One grant that becomes another. */
interface Step {
  readonly from: StandingGrant;
  readonly to: StandingGrant;
  /** it is as shipped again */
  readonly restores: boolean;
}

const inOrder = ({ purposes, ...grant }: StandingGrant): StandingGrant => ({
  ...grant,
  purposes: ORGANIZATION_PURPOSES.filter((purpose) => purposes.includes(purpose)),
});

const isSame = (one: StandingGrant, other: StandingGrant): boolean => one.mode === other.mode && wordsOf(one) === wordsOf(other);

const wordsOf = ({ purposes }: StandingGrant): string => ORGANIZATION_PURPOSES.filter((purpose) => purposes.includes(purpose)).join(' ');

const entryOf = ({ from, to, restores }: Step): AuditEntry => ({
  action: restores ? 'standing-grant.restored' : 'standing-grant.changed',
  target: { noun: 'standing-grant', id: `${to.role} ${to.category}` },
  facts: { role: to.role, category: to.category, fromMode: from.mode, fromPurposes: wordsOf(from), toMode: to.mode, toPurposes: wordsOf(to) },
});

const linesOf = ({ version, changed }: KeptGrants): GrantLines => ({
  version,
  grants: SHIPPED_GRANTS.map(({ role, category, mode, purposes }) => {
    const own = changed.find((grant) => grant.role === role && grant.category === category);
    const shipped = { mode, purposes };
    return { role, category, ...shipped, ...(own && { mode: own.mode, purposes: own.purposes }), shipped, changedAt: own?.changedAt ?? null };
  }),
});
