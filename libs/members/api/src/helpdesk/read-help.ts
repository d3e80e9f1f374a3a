import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import { type Ability, type MemberActor, subject } from '@smartpar/access/model';
import { ListAuditEntries } from '@smartpar/audit/api';
import { notFound, Time } from '@smartpar/kernel';
import { ENTRY_ACTS, MAX_ENTRY_ACTS, mayBeInvited, type MemberHelp, type MemberStatus } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';
import { INVITATION_COLUMNS, type InvitationRow, invitationStanding } from '../invitation-row';
import { IS_TRUSTED } from '../member-account';
import { IS_OWNER } from '../member-columns';
import { MemberConditions } from '../member-conditions';
import { eventOf } from '../read-timeline';

interface HelpRow extends InvitationRow {
  readonly id: string;
  readonly number: number;
  readonly status: MemberStatus;
  readonly signsIn: boolean;
  readonly lastUsedOn: string | null;
  readonly siteId: string | null;
  readonly groupIds: readonly string[];
  readonly owner: boolean;
  readonly trusted: boolean;
}

const COLUMNS = `m.id, m.number, m.status, m.site_id as "siteId", m.account_id is not null as "signsIn", m.last_used_on::text as "lastUsedOn",
  ${IS_OWNER} as owner, ${IS_TRUSTED} as trusted,
  array(select g.group_id::text from group_places g where g.organization_id = m.organization_id and g.member_id = m.id) as "groupIds",
  ${INVITATION_COLUMNS}`;

/** How somebody's entry to the organization stands, for whoever helps them to come in. */
@Injectable()
export class ReadHelp {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly entries: ListAuditEntries,
    private readonly time: Time,
  ) {}

  /** @throws {DomainError} `not_found` */
  async run(actor: MemberActor, memberId: string): Promise<MemberHelp> {
    const { organizationId } = actor;
    const ability = this.abilities.of(actor);
    const conditions = new MemberConditions(organizationId, ability, 'help');
    conditions.require(`m.id = ${conditions.bind(memberId)}`);
    const text = `select ${COLUMNS} from members m
      left join member_invitations i on i.organization_id = m.organization_id and i.member_id = m.id where ${conditions.text}`;
    const [row] = await this.database.readTenant<HelpRow>(organizationId, { text, values: conditions.values });
    if (row === undefined) throw notFound();
    const acts = await this.entries.ofTarget(organizationId, { noun: 'member', id: memberId, actions: ENTRY_ACTS }, { size: MAX_ENTRY_ACTS });
    const { number, status, signsIn, lastUsedOn } = row;
    return {
      memberId,
      number,
      status,
      signsIn,
      lastUsedOn: signsIn ? lastUsedOn : null,
      invitation: invitationStanding(row, this.time),
      acts: acts.items.map(eventOf),
      may: mayOf(ability, row),
    };
  }
}

function mayOf(ability: Ability, { id, owner, trusted, siteId, groupIds, status, signsIn }: HelpRow): MemberHelp['may'] {
  const here = signsIn && ['invited', 'active', 'suspended'].includes(status);
  return {
    resendInvitation: mayBeInvited(status, signsIn) && ability.can('resend-invitation', subject('member', { id, owner, siteId, groupIds })),
    signOut: here && ability.can('end', subject('entry', { memberId: id, owner, trusted })),
    resetFactor: here && ability.can('reset', subject('second-factor', { memberId: id, owner, trusted })),
  };
}
