import { Injectable } from '@nestjs/common';
import { forgetAccount } from '@smartpar/access/api';
import {
  type AcceptedInvitation,
  type InvitationAcceptance,
  invitationForAnother,
  invitationOver,
  invitationWantsSignIn,
  type OpenedInvitation,
} from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { type FoundInvitation, type InvitationClaim, InvitationLink, isOpen } from './invitation-link';
import { InvitationRepository } from './invitation.repository';
import { InvitedAccounts } from './invited-accounts';
import { MembershipLines } from './membership-lines';

const OPERATION = 'member-invitation.accept';

/** Whoever accepts. */
interface Joining {
  readonly accountId: string;
  readonly newAccount: boolean;
  readonly key?: string;
}

/** Lets the holder of an invitation see what it is, and accept it: with a new account, or with the one they are signed in to. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly links: InvitationLink,
    private readonly invitations: InvitationRepository,
    private readonly accounts: InvitedAccounts,
    private readonly lines: MembershipLines,
  ) {}

  /** Says what a link is good for. @throws {DomainError} 410 `invitation.over` */
  async open(token: string): Promise<OpenedInvitation> {
    const found = await this.links.find(this.links.read(token));
    if (!isOpen(found)) throw invitationOver();
    const { organization, email, firstName, lastName, locale, expiresAt } = found;
    const accept = (await this.accounts.holderOf(email)) === null ? 'choose-password' : 'sign-in';
    return { organization, email, firstName, lastName, locale, expiresAt, accept };
  }

  /**
   * Accepts with a new account.
   * @throws {DomainError} 410 `invitation.over`, 409 `invitation.sign_in_first`, 422 where the password is unfit: then the link still works
   */
  async withPassword({ token, newPassword }: InvitationAcceptance): Promise<AcceptedInvitation> {
    const claim = this.links.read(token);
    const found = await this.links.find(claim);
    if (!isOpen(found)) throw invitationOver();
    const { email, locale, organization } = found;
    if ((await this.accounts.holderOf(email)) !== null) throw invitationWantsSignIn();
    const { accountId, created } = await this.accounts.open({ email, name: nameOf(found), locale, password: newPassword, organization });
    if (!created) throw invitationWantsSignIn();
    return this.join(claim, found, { accountId, newAccount: true });
  }

  /**
   * Accepts with the account that is signed in; accepted with it before, the answer is the same.
   * @throws {DomainError} 410 `invitation.over`, 409 `invitation.other_account` or `invitation.member_already`
   */
  async withAccount(token: string, { accountId, key }: { readonly accountId: string; readonly key: string }): Promise<AcceptedInvitation> {
    const claim = this.links.read(token);
    const found = await this.links.find(claim);
    if (found.accepted && found.accountId === accountId) return accepted(claim, found);
    if (!isOpen(found)) throw invitationOver();
    const holder = await this.accounts.holderOf(found.email);
    if (holder !== null && holder !== accountId) throw invitationForAnother();
    return this.join(claim, found, { accountId, newAccount: false, key });
  }

  private join(claim: InvitationClaim, found: FoundInvitation, { accountId, newAccount, key }: Joining): Promise<AcceptedInvitation> {
    const { memberId, invitationId } = claim;
    const entry = { action: 'member-invitation.accepted', target: { noun: 'member', id: memberId }, facts: { accountId, newAccount } };
    return this.database.tenant(this.links.actorOf(claim), async (tx) => {
      const fingerprint = fingerprintOf(OPERATION, invitationId, accountId);
      if (key !== undefined && (await once(tx, { key, operation: OPERATION, fingerprint }, {})).replayed) return accepted(claim, found);
      if (!(await this.invitations.accept(tx, { memberId, id: invitationId, accountId }, entry))) throw invitationOver();
      await this.lines.memberChanged(tx, memberId);
      await forgetAccount(tx, accountId);
      return accepted(claim, found);
    });
  }
}

const nameOf = ({ firstName, lastName }: FoundInvitation): string => [firstName, lastName].filter((part) => part !== null).join(' ');

const accepted = ({ organizationId }: InvitationClaim, { email }: FoundInvitation): AcceptedInvitation => ({ organizationId, email });
