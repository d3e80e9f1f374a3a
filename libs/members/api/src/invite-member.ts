import { Injectable } from '@nestjs/common';
import { Abilities, PresentActors } from '@smartpar/access/api';
import { mayPassOnRole, type MemberActor, type Role } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId, notFound } from '@smartpar/kernel';
import {
  INVITATION_LIFETIME,
  type InvitedMember,
  type InviteMember as InviteMessage,
  mayBeHeldIn,
  roleNotHere,
  rolesByOwners,
  unknownSite,
} from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { RoleConflicts } from './assignments/role-conflicts';
import { newMemberRow } from './add-members';
import { phoneOf } from './correct-member';
import { CountedProbe } from './counted-probe';
import { MemberNumbersRepository } from './member-numbers.repository';
import { MemberRepository } from './member.repository';
import { OrganizationNames } from './organization-names';
import { sendInvitation } from './send-invitation';

const OPERATION = 'member.invite';

/** Asks a person to join the organization. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly members: MemberRepository,
    private readonly numbers: MemberNumbersRepository,
    private readonly organizations: OrganizationNames,
    private readonly probe: CountedProbe,
    private readonly conflicts: RoleConflicts,
    private readonly present: PresentActors,
  ) {}

  /** @throws {DomainError} `member.roles_by_owners`, `member.role_not_here`, `member.address_taken`, `member.unknown_site`, `member.phone_unclear` */
  async run(actor: MemberActor, message: InviteMessage, key: string): Promise<InvitedMember> {
    if (message.roles.length > 0 && !this.abilities.of(actor).can('assign-role', 'member')) throw rolesByOwners();
    const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, { ...message, roles: [...message.roles] }) };
    const number = await this.numbers.take(actor.organizationId, 1);
    const work = () =>
      this.database.tenant(actor, async (tx) => {
        const { replayed, reference } = await once(tx, attempt, { memberId: newId(), number });
        if (!replayed) {
          await this.refuseRoles(tx, actor, message.roles, reference.memberId);
          await this.invite(tx, message, reference);
        }
        return reference;
      });
    return this.probe.with(actor, message.email, work);
  }

  /** Roles are given here as anywhere: none that is not one's own to give, and none that is kept apart from another. */
  private async refuseRoles(tx: TenantTransaction, actor: MemberActor, roles: readonly Role[], memberId: string): Promise<void> {
    if (roles.length === 0) return;
    await this.conflicts.lock(tx);
    const now = await this.present.of(tx, actor);
    if (now === null) throw notFound();
    if (roles.some((role) => !mayPassOnRole(now, role, { kind: 'all' }))) throw rolesByOwners();
    for (const role of roles) await this.conflicts.refuse(tx, memberId, role, roles);
  }

  private async invite(tx: TenantTransaction, { roles, ...message }: InviteMessage, { memberId, number }: InvitedMember): Promise<void> {
    const [{ name, kind }, country] = await Promise.all([this.organizations.within(tx), countryOf(tx, message.siteId)]);
    if (roles.some((role) => !mayBeHeldIn(role, { workforce: kind === 'workforce' }))) throw roleNotHere();
    const fields = { ...message, phone: phoneOf(message.phone, country), status: 'invited' } as const;
    const member = newMemberRow({ organizationId: tx.organizationId, memberId, number, at: tx.at }, fields);
    const invitation = { id: newId(), expiresAt: tx.at.add(INVITATION_LIFETIME) };
    await this.members.invite(tx, member, { roles, invitation }, entryOf(memberId, number, roles));
    await sendInvitation(tx, { memberId, invitationId: invitation.id, organization: name, to: message.email, locale: message.locale });
  }
}

/** @throws {DomainError} `member.unknown_site` */
async function countryOf(tx: TenantTransaction, siteId: string | null): Promise<string | null> {
  if (siteId === null) return null;
  const [site] = await tx.query<{ country: string }>('select country from sites where organization_id = $1 and id = $2', [tx.organizationId, siteId]);
  if (site === undefined) throw unknownSite();
  return site.country;
}

const entryOf = (memberId: string, number: number, roles: readonly Role[]): AuditEntry => ({
  action: 'member.invited',
  target: { noun: 'member', id: memberId },
  facts: { number, roles: roles.join(' ') },
});
