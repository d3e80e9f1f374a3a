import { Injectable } from '@nestjs/common';
import type { Temporal } from '@smartpar/kernel';
import { type DepartureCause, type Envelope, graceFrom } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { LinkTokens } from '@smartpar/platform/http';
import type { LockedMember } from '../locked-member';
import { DepartureRepository, type FromStatus } from './departure.repository';
import { leaverCode } from './leaver-code';
import { LifeRulesRepository } from './life-rules.repository';
import { planDeIdentification } from './life-work';

/** How somebody leaves. */
export interface Going {
  readonly cause: DepartureCause;
  readonly envelope: Envelope;
}

/** A departure that began. */
export interface Gone {
  readonly graceUntil: Temporal.Instant;
  /** the code and the key it was made with; null where the person has none */
  readonly made: { readonly code: string; readonly keyId: string } | null;
}

const STAYED: readonly string[] = ['invited', 'active', 'suspended'] satisfies readonly FromStatus[];

const isStaying = (status: string): status is FromStatus => STAYED.includes(status);

/** Begins the departure of a member who is being deactivated: their time to come back, their code, and the plan to look at them again after it. */
@Injectable()
export class BeginDeparture {
  constructor(
    private readonly departures: DepartureRepository,
    private readonly rules: LifeRulesRepository,
    private readonly tokens: LinkTokens,
  ) {}

  /** @param member as they were before */
  async run(tx: TenantTransaction, { id: memberId, status: from }: LockedMember, { cause, envelope }: Going): Promise<Gone> {
    if (!isStaying(from)) throw new Error('Whoever leaves was there before.');
    const { graceDays } = await this.rules.read(tx);
    const graceUntil = graceFrom(tx.at, graceDays);
    const made = envelope === 'none' ? null : leaverCode(this.tokens, { organizationId: tx.organizationId, memberId, departedAt: tx.at });
    await this.departures.begin(
      tx,
      { memberId, cause, from, graceUntil, envelope, codeHash: made?.hash ?? null, codeKey: made?.keyId ?? null },
      { action: 'member.departed', target: { noun: 'member', id: memberId }, facts: { envelope, graceDays } },
    );
    await planDeIdentification(tx, memberId, graceUntil);
    return { graceUntil, made };
  }
}
