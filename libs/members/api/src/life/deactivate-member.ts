import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { Time, notFound } from '@smartpar/kernel';
import {
  type DeactivateMember as Message,
  type Envelope,
  graceOver,
  letterNotYours,
  mayComeBack,
  type MemberAct,
  type MemberDeparted,
  stateForbids,
} from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { LinkTokens } from '@smartpar/platform/http';
import { resumeMails } from '@smartpar/platform/mail';
import { ChangeMemberStatus } from '../change-member-status';
import { returnedMail } from '../mails/departed.mail';
import { MemberDesk } from '../member-desk';
import { tellMember } from '../member-mails';
import { Depart } from './depart';
import { type Departure, DepartureRepository } from './departure.repository';
import { leaverCode } from './leaver-code';
import { LeavingFacts } from './leaving-facts';
import { dropDeIdentification } from './life-work';

/** Lets members go, and takes it back while that is possible. It holds for this organization only, and at once. */
@Injectable()
export class DeactivateMember {
  constructor(
    private readonly desk: MemberDesk,
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly depart: Depart,
    private readonly departures: DepartureRepository,
    private readonly states: ChangeMemberStatus,
    private readonly facts: LeavingFacts,
    private readonly tokens: LinkTokens,
    private readonly time: Time,
  ) {}

  /** @throws {DomainError} `not_found`, `member.state_forbids`, `member.last_owner`, `member.letter_not_yours` */
  async run(actor: MemberActor, memberId: string, message: Message, key: string): Promise<MemberDeparted> {
    const { cause, hold = null } = message;
    const envelope = envelopeFor(message);
    const ability = this.abilities.of(actor);
    if (hold !== null && !ability.can('place', 'hold')) throw notFound();
    if (envelope === 'print' && !ability.can('assign', 'privacy-request')) throw letterNotYours();
    const content = { cause, envelope, hold: hold && { ...hold } };
    const order = { memberId, action: 'deactivate', operation: 'member.deactivate', key, content } as const;
    const act = await this.desk.act(actor, order, async ({ tx, member, organization }) => {
      await this.depart.within(tx, member, organization, { cause, envelope });
      if (hold !== null) await this.facts.hold(tx, memberId, hold);
      return { status: 'deactivated', version: member.version + 1 };
    });
    const departure = await this.database.tenant(actor, (tx) => this.departures.find(tx, memberId));
    return { ...act, graceUntil: departure?.graceUntil.toString() ?? null, code: departure && this.printed(actor, departure) };
  }

  /** Brings somebody back as they were: what they held is theirs again, but for what ran out. @throws {DomainError} `not_found`, `member.state_forbids`, `member.grace_over`, `member.address_taken` */
  cancel(actor: MemberActor, memberId: string, key: string): Promise<MemberAct> {
    const order = { memberId, action: 'deactivate', operation: 'member.come-back', key, content: null } as const;
    return this.desk.act(actor, order, async (deed) => {
      const { tx, member, organization } = deed;
      const departure = await this.leftOf(tx, memberId);
      const { from } = departure;
      if (departure.cause === 'deceased') await resumeMails(tx, memberId);
      await this.states.bringBack(tx, member, from, organization);
      await this.departures.takeBack(tx, memberId, { action: 'member.came-back', target: { noun: 'member', id: memberId }, facts: { to: from } });
      await dropDeIdentification(tx, memberId);
      await tellMember(deed, returnedMail, { organization: organization.name });
      return { status: from, version: member.version + 1 };
    });
  }

  private async leftOf(tx: TenantTransaction, memberId: string): Promise<Departure> {
    const departure = await this.departures.find(tx, memberId);
    if (departure === null) throw stateForbids();
    if (!mayComeBack(departure.graceUntil, tx.at)) throw graceOver();
    return departure;
  }

  /** The code for the letter, for whoever asked for it just now; later nobody here is told it again. */
  private printed({ organizationId }: MemberActor, { memberId, departedAt, envelope, codeKey }: Departure): string | null {
    const fresh = departedAt.until(this.time.now()).total('hours') < LETTER_HOURS;
    return envelope === 'print' && codeKey !== null && fresh ? leaverCode(this.tokens, { organizationId, memberId, departedAt }, codeKey).code : null;
  }
}

/** For how long the same wish may arrive again, and is answered with the same letter. */
const LETTER_HOURS = 48;

/** Whoever died gets none. */
const envelopeFor = ({ cause, envelope }: Message): Envelope => (cause === 'deceased' ? 'none' : envelope);
