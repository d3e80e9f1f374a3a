import { Module } from '@nestjs/common';
import { AccessModule, RoleModule } from '@smartpar/access/api';
import { AuditModule } from '@smartpar/audit/api';
import { AcceptInvitation } from './accept-invitation';
import { ActOnMemberController } from './act-on-member.controller';
import { AssignRole } from './assign-role';
import { ChangeMyProfile } from './change-my-profile';
import { CorrectMember } from './correct-member';
import { CountedProbe } from './counted-probe';
import { ExportMembers } from './export/export-members';
import { MemberExportController } from './export/member-export.controller';
import { AdmitAuditor } from './auditors/admit-auditor';
import { AuditorController } from './auditors/auditor.controller';
import { AuditorWork } from './auditors/auditor-work';
import { EndAudit } from './auditors/end-audit';
import { AssignFurtherRole } from './assignments/assign-further-role';
import { AssignmentController } from './assignments/assignment.controller';
import { ListAssignments } from './assignments/list-assignments';
import { GroupController } from './groups/group.controller';
import { GroupRepository } from './groups/group.repository';
import { KeepGroups } from './groups/keep-groups';
import { NestGroup } from './groups/nest-group';
import { HelpController } from './helpdesk/help.controller';
import { OwnEntryController } from './helpdesk/own-entry.controller';
import { ReadHelp } from './helpdesk/read-help';
import { ReadOwnEntry } from './helpdesk/read-own-entry';
import { MemberImportModule } from './import/member-import.module';
import { BeginDeparture } from './life/begin-departure';
import { DepartureRepository } from './life/departure.repository';
import { LifeRulesRepository } from './life/life-rules.repository';
import { InvitationController } from './invitation.controller';
import { InvitationLink } from './invitation-link';
import { InvitationRepository } from './invitation.repository';
import { InviteController } from './invite.controller';
import { InviteMember } from './invite-member';
import { LookUpMember } from './look-up-member';
import { MemberController } from './member.controller';
import { MemberDesk } from './member-desk';
import { MemberListController } from './member-list.controller';
import { MembersModule } from './members.module';
import { MyProfileController } from './my-profile.controller';
import { PlaceMember } from './place-member';
import { AttributeController } from './profile/attribute.controller';
import { AttributeRepository } from './profile/attribute.repository';
import { KeepAttributes } from './profile/keep-attributes';
import { KeepOwnAddress } from './profile/keep-own-address';
import { OwnAddressController } from './profile/own-address.controller';
import { OwnAddressRepository } from './profile/own-address.repository';
import { OwnAddressWork } from './profile/own-address-work';
import { ReadMember } from './read-member';
import { ReadMyProfile } from './read-my-profile';
import { ReadTimeline } from './read-timeline';
import { RenewInvitation } from './renew-invitation';
import { SearchMembers } from './search-members';
import { SuspendMember } from './suspend-member';
import { ChangeWorker } from './worker/change-worker';
import { WorkerController } from './worker/worker.controller';
import { WorkerRepository } from './worker/worker.repository';

/** What administrators do with members, and members with their own profile, over HTTP. It needs `InvitedAccounts`, `LinkTokens` and `Time` from global modules. */
@Module({
  imports: [AccessModule, RoleModule, AuditModule, MembersModule, MemberImportModule],
  controllers: [
    MemberExportController,
    MemberListController,
    MemberController,
    ActOnMemberController,
    WorkerController,
    AttributeController,
    OwnAddressController,
    InviteController,
    InvitationController,
    MyProfileController,
    HelpController,
    OwnEntryController,
    GroupController,
    AssignmentController,
    AuditorController,
  ],
  providers: [
    SearchMembers,
    ExportMembers,
    LookUpMember,
    ReadMember,
    ReadTimeline,
    MemberDesk,
    CountedProbe,
    SuspendMember,
    PlaceMember,
    WorkerRepository,
    AttributeRepository,
    KeepAttributes,
    OwnAddressRepository,
    OwnAddressWork,
    KeepOwnAddress,
    ChangeWorker,
    CorrectMember,
    ReadMyProfile,
    ChangeMyProfile,
    AssignRole,
    InviteMember,
    RenewInvitation,
    BeginDeparture,
    DepartureRepository,
    LifeRulesRepository,
    InvitationRepository,
    InvitationLink,
    AcceptInvitation,
    ReadHelp,
    ReadOwnEntry,
    GroupRepository,
    KeepGroups,
    NestGroup,
    AssignFurtherRole,
    ListAssignments,
    AdmitAuditor,
    AuditorWork,
    EndAudit,
  ],
  exports: [AdmitAuditor, AuditorWork, OwnAddressWork],
})
export class MemberAdministrationModule {}
