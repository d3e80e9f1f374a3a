import { Global, Module } from '@nestjs/common';
import {
  AccessModule,
  ActorSource,
  EvaluationModule,
  EvaluationsOfTheLog,
  PresentActors,
  ProgramSource,
  RoleTakers,
  GrantPeople,
  LockboxPeople,
  ProfileValues,
  RoleHolders,
} from '@smartpar/access/api';
import {
  CasePeople,
  Complaints,
  ReviewedRoles,
  ReviewModule,
  ExtractModule,
  ExtractPeople,
  GrantModule,
  LedgerModule,
  NeedToKnowModule,
  ViolationModule,
} from '@smartpar/access/api';
import { ActorLines, LogEvaluations, LogReaders } from '@smartpar/audit/api';
import { WaitingSources } from '@smartpar/home/api';
import {
  AccountMembershipsRepository,
  AddressDomains,
  AddressMoves,
  DomainAccounts,
  IdentityModule,
  Invitations,
  MemberAccounts,
  ProvedDomains,
} from '@smartpar/identity/api';
import {
  AccountMemberships,
  ActiveHolders,
  ExtractMembers,
  InvitedAccounts,
  JoinByClaim,
  LeavingFacts,
  MemberActors,
  MemberLines,
  MemberReviewedRoles,
  MemberRoleTakers,
  MembersPresent,
  MembersModule,
  MemberValues,
  OrganizationNames,
  Programs,
  ProvisioningModule,
  TracedTables,
} from '@smartpar/members/api';
import {
  ClaimableAccounts,
  ClaimedMembers,
  KnownMembers,
  LeaveClaims,
  NameListeners,
  OrganizationsModule,
  ProvedDomainsQuery,
} from '@smartpar/organizations/api';
import { Administrators, Answerers, Matches, RequestsModule } from '@smartpar/requests/api';
import { HeldMembers, RetentionModule } from '@smartpar/retention/api';
import { allTables } from '../tables';
import { AcceptedInvitations } from './accepted-invitations';
import { AccountsOfInvited } from './accounts-of-invited';
import { AdministratorFacts } from './administrator-facts';
import { AnswererFacts } from './answerer-facts';
import { PeopleOfGrants } from './grant-wires';
import { BreakGlassModule, LockboxModule } from '@smartpar/access/api';
import { PeopleOfLockboxes } from './lockbox-wires';
import { KnownMembersByFacts, NamedByFacts, NamesFollowed } from './organization-wires';
import { ComplaintsAboutLooks } from './complaints-about-looks';
import { PeopleOfCases } from './people-of-cases';
import { FactsOfLeaving, MembersToHold } from './leaver-wires';
import { QuestionMatches } from './question-matches';
import { ReadersOfTheLog } from './readers-of-the-log';
import { DomainsOfAddresses, MembersToReset } from './second-factor-wires';
import { WaitingOfSlices } from './waiting-of-slices';

/** What each slice needs of another, tied to what the other offers. */
const WIRES = [
  { provide: ActorSource, useExisting: MemberActors },
  { provide: ProgramSource, useExisting: Programs },
  { provide: PresentActors, useExisting: MembersPresent },
  { provide: RoleTakers, useExisting: MemberRoleTakers },
  { provide: ProfileValues, useExisting: MemberValues },
  { provide: ExtractPeople, useExisting: ExtractMembers },
  { provide: RoleHolders, useExisting: ActiveHolders },
  { provide: CasePeople, useClass: PeopleOfCases },
  { provide: Complaints, useClass: ComplaintsAboutLooks },
  { provide: GrantPeople, useClass: PeopleOfGrants },
  { provide: LockboxPeople, useClass: PeopleOfLockboxes },
  { provide: ReviewedRoles, useExisting: MemberReviewedRoles },
  { provide: ActorLines, useExisting: MemberLines },
  { provide: LogEvaluations, useExisting: EvaluationsOfTheLog },
  { provide: LogReaders, useClass: ReadersOfTheLog },
  { provide: AccountMemberships, useExisting: AccountMembershipsRepository },
  { provide: Invitations, useClass: AcceptedInvitations },
  { provide: MemberAccounts, useClass: MembersToReset },
  { provide: AddressDomains, useClass: DomainsOfAddresses },
  { provide: AddressMoves, useExisting: LeaveClaims },
  { provide: ProvedDomains, useExisting: ProvedDomainsQuery },
  { provide: ClaimableAccounts, useExisting: DomainAccounts },
  { provide: ClaimedMembers, useExisting: JoinByClaim },
  { provide: InvitedAccounts, useClass: AccountsOfInvited },
  { provide: OrganizationNames, useClass: NamedByFacts },
  { provide: KnownMembers, useClass: KnownMembersByFacts },
  { provide: NameListeners, useClass: NamesFollowed },
  { provide: Administrators, useClass: AdministratorFacts },
  { provide: Answerers, useClass: AnswererFacts },
  { provide: Matches, useClass: QuestionMatches },
  { provide: LeavingFacts, useClass: FactsOfLeaving },
  { provide: TracedTables, useValue: new TracedTables(allTables) },
  { provide: HeldMembers, useClass: MembersToHold },
  { provide: WaitingSources, useClass: WaitingOfSlices },
];

/** The wires between slices. No slice imports another's server side; each asks through a port of its own. */
@Global()
@Module({
  imports: [
    AccessModule,
    NeedToKnowModule,
    GrantModule,
    ExtractModule,
    LockboxModule,
    BreakGlassModule,
    ReviewModule,
    ViolationModule,
    LedgerModule,
    EvaluationModule,
    IdentityModule,
    OrganizationsModule,
    MembersModule,
    ProvisioningModule,
    RequestsModule,
    RetentionModule,
  ],
  providers: WIRES,
  exports: WIRES.map(({ provide }) => provide),
})
export class WiringModule {}
