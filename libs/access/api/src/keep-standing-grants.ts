import { Injectable } from '@nestjs/common';
import {
  grantsInForce,
  leftOut,
  letsSeeMore,
  type MemberActor,
  ORGANIZATION_PURPOSES,
  SHIPPED_GRANTS,
  type StandingGrant,
  type StandingGrantsChange,
  type WideningStep,
  type WideningView,
} from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { forgetOrganization } from './invalidation';
import { KnownActors } from './known-actors';
import { type KeptGrants, StandingGrantRepository } from './standing-grant.repository';
import { AskToWiden } from './widening/ask-to-widen';
import { ReadWidenings } from './widening/read-widenings';

const OPERATION = 'standing-grant.change';

/** One line for each role and category, and what waits for somebody else. */
export interface GrantLines {
  readonly version: number;
  readonly grants: readonly (StandingGrant & { readonly shipped: Pick<StandingGrant, 'mode' | 'purposes'>; readonly changedAt: Date | null })[];
  readonly waiting: readonly WideningView[];
}

/** An organization decides which of its roles see which data of its members, and why. Nobody lets themselves see more. */
@Injectable()
export class KeepStandingGrants {
  constructor(
    private readonly database: Database,
    private readonly grants: StandingGrantRepository,
    private readonly actors: KnownActors,
    private readonly widenings: ReadWidenings,
    private readonly asking: AskToWiden,
  ) {}

  /** The grants in force, with what is shipped beside each. */
  read(actor: MemberActor): Promise<GrantLines> {
    return this.database.tenant(actor, (tx) => this.present(tx, actor));
  }

  /**
   * What lets a role of the actor's own see more waits for somebody else; everything else counts at once.
   * @param change all that is to differ from what is shipped
   * @param key the act's idempotency key
   * @throws {DomainError} `standing_grant.changed_meanwhile`
   */
  async change(actor: MemberActor, change: StandingGrantsChange, key: string): Promise<GrantLines> {
    const fingerprint = fingerprintOf(OPERATION, change);
    const lines = await this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation: OPERATION, fingerprint }, {});
      if (!replayed) await this.apply(tx, actor, change);
      return this.present(tx, actor);
    });
    // other processes hear of it; this one does not wait for that
    this.actors.forgetOrganization(actor.organizationId);
    return lines;
  }

  private async apply(tx: TenantTransaction, actor: MemberActor, { version, grants }: StandingGrantsChange): Promise<void> {
    const steps = stepsOf((await this.grants.find(tx)).changed, grants);
    if (steps.length === 0) return;
    await this.asking.overtake(
      tx,
      actor,
      steps.map(({ to }) => to),
    );
    const wanted = steps.filter(({ from, to }) => holdsRole(actor, to.role) && letsSeeMore(to, from));
    const now = steps.filter((step) => !wanted.includes(step)).map((step) => ({ ...step, lone: leftOut(step, actor.memberId) }));
    const kept = now.filter(({ restores, lone }) => !restores || lone !== null).map(({ to, lone }) => ({ ...to, lone }));
    const restored = now.filter(({ restores, lone }) => restores && lone === null).map(({ to }) => to);
    await this.grants.change(tx, version, { kept, restored }, now.map(entryOf));
    for (const step of wanted) await this.asking.ask(tx, actor, step);
    await forgetOrganization(tx);
  }

  private async present(tx: TenantTransaction, actor: MemberActor): Promise<GrantLines> {
    const [kept, waiting] = await Promise.all([this.grants.find(tx), this.widenings.waiting(tx, actor)]);
    return { ...linesOf(kept), waiting };
  }
}

/** One grant that becomes another. */
interface Step extends WideningStep {
  /** it is as shipped again */
  readonly restores: boolean;
}

/** Wherever somebody holds a role, they see by what is said of it. */
const holdsRole = ({ roles, held = [] }: MemberActor, role: string): boolean => roles.some((own) => own === role) || held.some((own) => own.role === role);

function stepsOf(changed: KeptGrants['changed'], grants: readonly StandingGrant[]): readonly Step[] {
  const before = grantsInForce(changed);
  return grantsInForce(grants.map(inOrder)).flatMap((to, index) => {
    const [from, shipped] = [before[index], SHIPPED_GRANTS[index]];
    if (from === undefined || shipped === undefined || isSame(from, to)) return [];
    const own = changed.find(({ role, category }) => role === to.role && category === to.category);
    const lone = own?.widenedBy && own.before ? { by: own.widenedBy, before: own.before } : null;
    return [{ from, to, lone, restores: isSame(to, shipped) }];
  });
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

const linesOf = ({ version, changed }: KeptGrants): Omit<GrantLines, 'waiting'> => ({
  version,
  grants: SHIPPED_GRANTS.map(({ role, category, mode, purposes }) => {
    const own = changed.find((grant) => grant.role === role && grant.category === category);
    const shipped = { mode, purposes };
    // what is as shipped again by the word of one person alone is kept for what it was before, and is shown as what it is
    const other = own !== undefined && !isSame({ role, category, ...shipped }, own) ? own : null;
    return { role, category, ...shipped, ...(other && { mode: other.mode, purposes: other.purposes }), shipped, changedAt: other?.changedAt ?? null };
  }),
});
