import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import { type Ability, type MemberActor, PROFILE_CATEGORIES, type Sight } from '@smartpar/access/model';
import { notFound, Time } from '@smartpar/kernel';
import { type FurtherRole, type GroupOfMember, mayBeInvited, mayBecome, type MemberView } from '@smartpar/members/model';
import type { Locale } from '@smartpar/platform/contract';
import { Database, type Statement } from '@smartpar/platform/database';
import { furtherRoles } from './assignments/further-roles';
import { instantColumn } from './instant-text';
import { INVITATION_COLUMNS, type InvitationRow, invitationStanding } from './invitation-row';
import { IS_OWNER, type MemberRow, siteOf, wholeProfileOf } from './member-columns';
import { MemberConditions } from './member-conditions';
import { attributeColumn, attributeSeen, attributesOf, standingsOf, type StandingRow, TOLD_COLUMNS } from './profile/profile-rows';
import { workerColumns, type WorkerColumns, workerOf } from './worker/worker-columns';
import { type Reading, readingOf, type Rights, rightsOf, type RuledMember } from './reading';
import { columnsSeen, seenOf, sightOfRow } from './scoped-columns';

interface ReadRow extends MemberRow, InvitationRow, WorkerColumns, StandingRow {
  readonly version: number;
  readonly locale: Locale;
  readonly signsIn: boolean;
  readonly owner: boolean;
  readonly groups: readonly GroupOfMember[];
  readonly further: readonly FurtherRole[];
}

const GROUPS = `
  (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name, 'put', exists (
       select from grouped_members p where p.organization_id = g.organization_id and p.group_id = g.group_id and p.member_id = g.member_id))
     order by n.name_folded), '[]')
   from group_places g join member_groups n on n.organization_id = g.organization_id and n.id = g.group_id
   where g.organization_id = m.organization_id and g.member_id = m.id)`;

const FACTS = `m.version, m.locale, ${instantColumn('m.created_at')} as "joinedAt", m.account_id is not null as "signsIn", ${IS_OWNER} as owner, ${GROUPS} as groups, ${furtherRoles('m')} as further, ${INVITATION_COLUMNS}`;

/** Stand among the values of a statement that is written once for everything somebody reads. */
const MEMBER = Symbol('member');
const NOW = Symbol('now');

/** One member in full: facts for everybody who may read members, personal data as far as it is shown. One statement. */
@Injectable()
export class ReadMember {
  /** an ability never changes, and neither does what may be read with it */
  private readonly statements = new WeakMap<Ability, Statement>();

  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly time: Time,
  ) {}

  /** @throws {DomainError} `not_found` */
  async run(actor: MemberActor, memberId: string): Promise<MemberView> {
    const { organizationId } = actor;
    const ability = this.abilities.of(actor);
    const reading = readingOf(ability);
    const { text, values } = this.statementOf(organizationId, ability, reading);
    const now = this.time.now();
    const given = values.map((value) => (value === MEMBER ? memberId : value === NOW ? now : value));
    const [row] = await this.database.readTenant<ReadRow>(organizationId, { text, values: given });
    if (row === undefined) throw notFound();
    const may = actor.held === undefined ? usualRights(reading, row) : rightsOf(ability, ruledOf(row));
    return this.present(seenOf(row, reading), sightOfRow(row, reading), may);
  }

  private statementOf(organizationId: string, ability: Ability, reading: Reading): Statement {
    const before = this.statements.get(ability);
    if (before !== undefined) return before;
    const conditions = new MemberConditions(organizationId, ability, 'read');
    conditions.require(`m.id = ${conditions.bind(MEMBER)}`);
    const worker = workerColumns(conditions.bind(NOW));
    const seeing = { ability, ...reading };
    const beside = attributeColumn(attributeSeen(conditions, seeing), 'in-use');
    const text = `select ${columnsSeen(conditions, seeing, PROFILE_CATEGORIES)}, ${worker}, ${FACTS}, ${TOLD_COLUMNS}, ${beside}
      from members m left join member_invitations i on i.organization_id = m.organization_id and i.member_id = m.id where ${conditions.text}`;
    const statement = { text, values: conditions.values };
    this.statements.set(ability, statement);
    return statement;
  }

  private present(row: ReadRow, sight: Sight, may: Rights): MemberView {
    const { id, number, version, status, locale, joinedAt, signsIn } = row;
    const invitable = mayBeInvited(status, signsIn);
    return {
      id,
      number,
      version,
      status,
      site: siteOf(row),
      roles: [...row.roles],
      further: [...row.further],
      groups: [...row.groups],
      locale,
      worker: workerOf(row),
      joinedAt,
      signsIn,
      invitation: invitationStanding(row, this.time),
      profile: wholeProfileOf(row),
      fields: standingsOf(row, locale, sight),
      attributes: attributesOf(row),
      sight,
      may: {
        correct: may.correct,
        place: may.place,
        suspend: mayBecome(status, 'suspended') && may.suspend,
        reactivate: status !== 'invited' && mayBecome(status, 'active') && may.reactivate,
        invite: invitable && may.invite,
        withdraw: invitable && status === 'invited' && may.invite,
        assignRole: may.assignRole,
      },
    };
  }
}

const usualRights = ({ withOwners, withOthers }: Reading, { owner }: ReadRow): Rights => (owner ? withOwners : withOthers);

const ruledOf = ({ id, owner, siteId, groups }: ReadRow): RuledMember => ({ id, owner, siteId, groupIds: groups.map((group) => group.id) });
