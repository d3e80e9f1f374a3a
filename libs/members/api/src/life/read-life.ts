import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import type { Ability, MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { type LeavingOutlook, mayBecome, mayComeBack, type MemberLife, type MemberStatus } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { MemberConditions } from '../member-conditions';
import { IS_OWNER } from '../member-columns';
import { rightsOf, type RuledMember } from '../reading';
import { DepartureRepository } from './departure.repository';
import { dormantUpTo } from './life-rules.repository';
import { Outlook, waitText } from './outlook';

interface LifeRow extends RuledMember {
  readonly status: MemberStatus;
  readonly dormantSince: string | null;
}

/** How a member stands: dormant, leaving or held, and what would become of what is kept about them. */
@Injectable()
export class ReadLife {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly departures: DepartureRepository,
    private readonly outlook: Outlook,
  ) {}

  /** @throws {DomainError} `not_found` */
  life(actor: MemberActor, memberId: string): Promise<MemberLife> {
    const ability = this.abilities.of(actor);
    return this.database.tenant(actor, async (tx) => {
      const [member, departure] = await Promise.all([read(tx, ability, memberId), this.departures.find(tx, memberId)]);
      const waits = await this.outlook.waits(tx, memberId, departure);
      const planned = departure === null ? null : await this.outlook.planned(tx, memberId, departure, 0);
      const mayDeactivate = rightsOf(ability, member).deactivate;
      return {
        status: member.status,
        dormantSince: mayDeactivate ? member.dormantSince : null,
        departure: departure && {
          cause: mayDeactivate ? departure.cause : null,
          departedAt: departure.departedAt.toString(),
          graceUntil: departure.graceUntil.toString(),
          envelope: departure.envelope,
        },
        plannedAt: planned?.toString() ?? null,
        // that something is held or asked is for those who may know it; everybody else reads until when
        waits: waits.filter(({ kind }) => (kind === 'hold' ? ability.can('read', 'hold') : kind !== 'request' || mayDeactivate)).map(waitText),
        may: {
          deactivate: mayDeactivate && mayBecome(member.status, 'deactivated'),
          cancel: mayDeactivate && departure !== null && departure.doneAt === null && mayComeBack(departure.graceUntil, tx.at),
          readHolds: ability.can('read', 'hold'),
          placeHold: ability.can('place', 'hold'),
          liftHold: ability.can('lift', 'hold'),
        },
      };
    });
  }

  /** What goes and what stays, for whoever may let this member go. @throws {DomainError} `not_found` */
  leaving(actor: MemberActor, memberId: string): Promise<LeavingOutlook> {
    const ability = this.abilities.of(actor);
    return this.database.tenant(actor, async (tx) => {
      const [member, departure] = await Promise.all([read(tx, ability, memberId), this.departures.find(tx, memberId)]);
      if (!rightsOf(ability, member).deactivate) throw notFound();
      return this.outlook.of(tx, memberId, departure);
    });
  }
}

/** @throws {DomainError} `not_found` where there is no such member, or not for whoever asks */
async function read(tx: TenantTransaction, ability: Ability, memberId: string): Promise<LifeRow> {
  const conditions = new MemberConditions(tx.organizationId, ability, 'read');
  conditions.require(`m.id = ${conditions.bind(memberId)}`);
  const upTo = dormantUpTo(conditions.bind(tx.at));
  const [row] = await tx.query<LifeRow>(
    `select m.id, m.status, m.site_id as "siteId", ${IS_OWNER} as owner,
       array(select g.group_id::text from group_places g where g.organization_id = m.organization_id and g.member_id = m.id) as "groupIds",
       case when m.status = 'active' and m.last_used_on <= ${upTo} then m.last_used_on::text end as "dormantSince"
     from members m where ${conditions.text}`,
    conditions.values,
  );
  if (row === undefined) throw notFound();
  return row;
}
