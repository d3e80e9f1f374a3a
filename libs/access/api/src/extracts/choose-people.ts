import { Injectable } from '@nestjs/common';
import {
  aloneUpToFor,
  type ChoosingExtract,
  EXTRACT_COUNTED_HOURS,
  EXTRACT_KEPT_HOURS,
  EXTRACT_MOST_PEOPLE,
  type ExtractPreview,
  isOfBreakGlass,
  type MemberActor,
  needsSecondPerson,
} from '@smartpar/access/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { decideWithin } from '../decisions/decide-within';
import { AbilityHolders, type Reachable } from '../holders/ability-holders';
import { ExtractPeople, type ExtractReach } from './extract-people';
import { ExtractRulesRepository } from './extract-rules.repository';
import { ExtractRepository } from './extract.repository';

/** The right to agree to an extract. */
export const DECIDE = 'extract.decide';

/** Whom a choice finds, and who has to agree. */
export interface Chosen extends ExtractReach {
  /** how many whoever asks may take out alone now */
  readonly aloneUpTo: number;
  /** how many whoever asks took out alone before, within the time that counts */
  readonly alone: number;
  /** hours until silence refuses it */
  readonly hours: number;
  /** those who could agree; nobody where nobody has to */
  readonly deciders: readonly Reachable[];
  /** somebody else has to agree */
  readonly together: boolean;
}

/** What somebody may look at when they take out the data of many: an emergency lets look at one after the other, and never at many at once. */
export const withoutEmergencies = (actor: MemberActor): MemberActor =>
  actor.grants.some(isOfBreakGlass) ? { ...actor, grants: actor.grants.filter((grant) => !isOfBreakGlass(grant)) } : actor;

/** Finds whom somebody would take out, and says what would happen. */
@Injectable()
export class ChoosePeople {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly people: ExtractPeople,
    private readonly extracts: ExtractRepository,
    private readonly rules: ExtractRulesRepository,
    private readonly holders: AbilityHolders,
  ) {}

  /** What would happen; nothing does. */
  async preview(actor: MemberActor, choice: ChoosingExtract): Promise<ExtractPreview> {
    const { memberIds, exempt, tooMany, alone, aloneUpTo, hours, together, deciders } = await this.database.tenant(actor, (tx) =>
      this.choose(tx, actor, choice),
    );
    return {
      people: memberIds.length,
      exempt,
      tooMany,
      approval: together ? (deciders.length === 0 ? 'impossible' : 'needed') : 'none',
      aloneUpTo,
      alone,
      decideWithinHours: hours,
      mostPeople: EXTRACT_MOST_PEOPLE,
      keptHours: EXTRACT_KEPT_HOURS,
    };
  }

  /** Whom a choice finds now. */
  async choose(tx: TenantTransaction, actor: MemberActor, choice: ChoosingExtract): Promise<Chosen> {
    const chooser = { ability: this.abilities.of(actor), looks: this.abilities.of(withoutEmergencies(actor)) };
    const [reach, limit, alone, hours] = await Promise.all([
      this.people.reach(tx, chooser, choice, EXTRACT_MOST_PEOPLE),
      this.rules.read(tx, 'stays'),
      this.extracts.aloneSince(tx, actor.memberId, tx.at.subtract({ hours: EXTRACT_COUNTED_HOURS })),
      decideWithin(tx),
    ]);
    const aloneUpTo = aloneUpToFor(limit, actor.memberId, tx.at);
    const together = needsSecondPerson({ people: reach.memberIds.length, alone, aloneUpTo });
    const deciders = together ? await this.holders.reachable(tx, DECIDE, [actor.memberId]) : [];
    return { ...reach, aloneUpTo, alone, hours, together, deciders };
  }
}
