import { Injectable } from '@nestjs/common';
import type { Ability } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Something about domains that waits for an answer or a decision. */
export interface WaitingClaim {
  /** an objection to a claim, or a case for SmartPAR's staff */
  readonly kind: 'claim-objection' | 'domain-case';
  readonly id: string;
  readonly domain: string;
  readonly since: Date;
  /** when somebody else answers instead; `null` where nothing runs out */
  readonly dueAt: Date | null;
}

/** Finds what waits for whoever answers objections, or decides cases. */
@Injectable()
export class WaitingClaimsQuery {
  /** Soonest first; none for those who may do neither. */
  async within(tx: TenantTransaction, ability: Ability, most: number): Promise<readonly WaitingClaim[]> {
    const [objections, cases] = await Promise.all([
      ability.can('answer', 'claim-objection') ? tx.query<WaitingClaim>(OBJECTIONS, [tx.organizationId, most]) : [],
      ability.can('decide', 'domain-case') ? tx.query<WaitingClaim>(CASES, [tx.organizationId, most]) : [],
    ]);
    return [...objections, ...cases];
  }
}

const OBJECTIONS = `
  select 'claim-objection' as kind, o.id, c.domain, o.made_at as since, o.answer_by as "dueAt" from claim_objections o
  join account_claims c on c.organization_id = o.organization_id and c.id = o.claim_id
  where o.organization_id = $1 and o.state = 'open' order by o.answer_by, o.id limit $2`;

const CASES = `
  select 'domain-case' as kind, c.id, c.domain, c.opened_at as since, null as "dueAt" from domain_cases c
  where c.organization_id = $1 and c.decision is null order by c.opened_at, c.id limit $2`;
