import { Injectable } from '@nestjs/common';
import { type SystemActor, systemActor } from '@smartpar/access/model';
import { isId } from '@smartpar/kernel';
import { invitationOver } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { LinkTokens } from '@smartpar/platform/http';
import { type InvitedRow, InvitationRepository } from './invitation.repository';
import { INVITATION_PURPOSE } from './mails/invitation.mail';
import { OrganizationNames } from './organization-names';

/** Which invitation a link is of. */
export interface InvitationClaim {
  readonly organizationId: string;
  readonly memberId: string;
  readonly invitationId: string;
}

/** An invitation as its holder finds it. */
export interface FoundInvitation extends InvitedRow {
  readonly organization: string;
}

/** Reads links of invitations. */
@Injectable()
export class InvitationLink {
  constructor(
    private readonly database: Database,
    private readonly tokens: LinkTokens,
    private readonly invitations: InvitationRepository,
    private readonly organizations: OrganizationNames,
  ) {}

  /**
   * Reads a token from outside.
   * @throws {DomainError} 410 for anything we did not make
   */
  read(token: string): InvitationClaim {
    const [organizationId, memberId, invitationId] = this.tokens.open(INVITATION_PURPOSE, token) ?? [];
    if (!isId(organizationId) || !isId(memberId) || !isId(invitationId)) throw invitationOver();
    return { organizationId, memberId, invitationId };
  }

  /** As whom an invitation is accepted: its holder is nobody here yet. */
  actorOf({ organizationId }: InvitationClaim): SystemActor {
    return systemActor(organizationId, 'invitation');
  }

  /**
   * Finds what a link opens, or opened when it was accepted. Nothing is spent.
   * @throws {DomainError} 410 where it opens nothing any more
   */
  find(claim: InvitationClaim): Promise<FoundInvitation> {
    return this.database.tenant(this.actorOf(claim), (tx) => this.findWithin(tx, claim));
  }

  private async findWithin(tx: TenantTransaction, { memberId, invitationId }: InvitationClaim): Promise<FoundInvitation> {
    const found = await this.invitations.find(tx, memberId, invitationId);
    if (found === null) throw invitationOver();
    return { ...found, organization: (await this.organizations.within(tx)).name };
  }
}

/** Tells whether an invitation can still be accepted. */
export const isOpen = ({ accepted, accountId, status }: InvitedRow): boolean =>
  !accepted && accountId === null && (status === 'invited' || status === 'active');
