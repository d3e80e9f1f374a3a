import { Module } from '@nestjs/common';
import { AssignmentRepository, CustomRoleRepository, SeparationRepository } from '@smartpar/access/api';
import { ActiveHolders } from './active-holders';
import { AddMembers } from './add-members';
import { FurtherRoleMails } from './assignments/further-role-mails';
import { MemberRoleTakers } from './assignments/member-role-takers';
import { RoleConflicts } from './assignments/role-conflicts';
import { TakeHeldRole } from './assignments/take-held-role';
import { AuditorRows } from './auditors/auditor-rows';
import { ChangeMemberStatus } from './change-member-status';
import { ExpiredInvitationsQuery } from './expired-invitations';
import { ExtractMembers } from './extract-members';
import { GrantMembersQuery } from './grant-members';
import { JoinByClaim } from './join-by-claim';
import { KeepRoles } from './keep-roles';
import { DormantMembersQuery } from './life/dormant-members';
import { LastUseRepository } from './life/last-use.repository';
import { LinkAccount } from './link-account';
import { MemberAccountQuery } from './member-account';
import { MemberActors, MembersPresent } from './member-actors';
import { MemberFactsQuery } from './member-facts';
import { MemberLines } from './member-lines';
import { MemberMatches } from './member-matches';
import { MemberNumbersRepository } from './member-numbers.repository';
import { MemberValues } from './member-values';
import { MemberRepository } from './member.repository';
import { MemberToStop } from './member-to-stop';
import { MembershipLines } from './membership-lines';
import { ProfileRepository } from './profile/profile.repository';
import { WriteProfile } from './profile/write-profile';
import { MemberReviewedRoles } from './reviews/member-reviewed-roles';
import { RecoverLastOwner } from './recover-last-owner';
import { ScopedMembersQuery } from './scoped-members';

/** Members. It needs `Database`, `AccountMemberships` and `OrganizationNames` from global modules. */
@Module({
  providers: [
    MemberRepository,
    ProfileRepository,
    WriteProfile,
    MemberToStop,
    MemberNumbersRepository,
    MembershipLines,
    MemberAccountQuery,
    MemberActors,
    MembersPresent,
    FurtherRoleMails,
    MemberRoleTakers,
    RoleConflicts,
    TakeHeldRole,
    AuditorRows,
    SeparationRepository,
    AssignmentRepository,
    CustomRoleRepository,
    MemberReviewedRoles,
    MemberLines,
    MemberFactsQuery,
    MemberMatches,
    MemberValues,
    ActiveHolders,
    ExpiredInvitationsQuery,
    GrantMembersQuery,
    AddMembers,
    JoinByClaim,
    KeepRoles,
    ChangeMemberStatus,
    LinkAccount,
    LastUseRepository,
    DormantMembersQuery,
    RecoverLastOwner,
    ScopedMembersQuery,
    ExtractMembers,
  ],
  exports: [
    MemberReviewedRoles,
    MemberRepository,
    ProfileRepository,
    WriteProfile,
    MemberToStop,
    MemberNumbersRepository,
    MembershipLines,
    MemberAccountQuery,
    MemberActors,
    MembersPresent,
    FurtherRoleMails,
    MemberRoleTakers,
    RoleConflicts,
    TakeHeldRole,
    AuditorRows,
    MemberLines,
    MemberFactsQuery,
    MemberMatches,
    MemberValues,
    ActiveHolders,
    ExpiredInvitationsQuery,
    GrantMembersQuery,
    AddMembers,
    JoinByClaim,
    KeepRoles,
    ChangeMemberStatus,
    LinkAccount,
    DormantMembersQuery,
    RecoverLastOwner,
    ScopedMembersQuery,
    ExtractMembers,
  ],
})
export class MembersModule {}
