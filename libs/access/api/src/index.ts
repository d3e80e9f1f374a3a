export { Abilities, ACCESS_RULES } from './abilities';
export { AccessModule } from './access.module';
export { BootCheck, type DeclaredHandler } from './boot-check';
export { changedGrants } from './changed-grants';
export { type CountedRead, CountedReads } from './counted-reads.repository';
export {
  Account,
  type Admission,
  type Admitted,
  Can,
  type Declaration,
  Public,
  RecentlyAuthenticated,
  SignedIn,
  type SignedInAccount,
  Who,
} from '@smartpar/platform/http';
export { allowedOr404, notSignedIn, reauthenticationRequired } from './errors';
export { forgetAccount, forgetOrganization, INVALIDATION_CHANNEL } from './invalidation';
export { AskForExtract } from './extracts/ask-for-extract';
export { DecideExtract } from './extracts/decide-extract';
export { type ExtractChooser, ExtractPeople, type ExtractPerson, type ExtractReach, type ExtractReading } from './extracts/extract-people';
export { ExtractModule } from './extracts/extract.module';
export { ExtractWork } from './extracts/extract-work';
export { type WaitingExtract, WaitingExtractsQuery } from './extracts/waiting-extracts';
export { AskForGrant } from './grants/ask-for-grant';
export { DecideGrant } from './grants/decide-grant';
export { GrantPeople, type Labels, type ToLabel } from './grants/grant-people';
export { gainsThroughGroups } from './grants/gains-through-groups';
export { isGroupGranted } from './grants/grants-of-group';
export { GrantWork } from './grants/grant-work';
export { GrantModule } from './grants/grant.module';
export { type WaitingGrant, WaitingGrantsQuery } from './grants/waiting-grants';
export { type ApprovedRow, approvedGrants, type StandInRow, standIns, type TimedHoldings, timedHoldings } from './grants/live-grants';
export { grantMails } from './grants/mails/grant.mail';
export { type AbilityHolder, AbilityHolders, type Reachable } from './holders/ability-holders';
export { EvaluationSwitch, type Evaluated } from './evaluations/evaluation-switch';
export { EvaluationWork } from './evaluations/evaluation-work';
export { EvaluationModule } from './evaluations/evaluation.module';
export { KeepEvaluationRules } from './evaluations/keep-evaluation-rules';
export { EvaluationsOfTheLog } from './evaluations/log-evaluations';
export { ReadVolumeAlerts, type WaitingAlert } from './evaluations/read-volume-alerts';
export { KnownActors } from './known-actors';
export { KeepStandingGrants } from './keep-standing-grants';
export { LockboxPeople, type ScopedMember, type ScopedWish, type Told } from './lockbox/lockbox-people';
export { DecideLockbox } from './lockbox/decide-lockbox';
export { RequestLockbox } from './lockbox/request-lockbox';
export { UseLockbox } from './lockbox/use-lockbox';
export { LockboxWork } from './lockbox/lockbox-work';
export { LockboxModule } from './lockbox/lockbox.module';
export { type WaitingBreakGlass, WaitingBreakGlassesQuery } from './break-glass/waiting-break-glasses';
export { type WaitingLockbox, WaitingLockboxesQuery } from './lockbox/waiting-lockboxes';
export { accessMails } from './access-mails';
export { BreakGlassWork } from './break-glass/break-glass-work';
export { BreakGlassModule } from './break-glass/break-glass.module';
export { type BreakGlassRow, latestBreakGlass, withBreakGlass } from './break-glass/running-break-glass';
export { NeedToKnowModule } from './need-to-know.module';
export { ActorSource, EntryRules, ProgramSource, SESSION_COOKIE, SessionSource } from './ports';
export { type FieldValue, type LookReach, ProfileValues, type Values } from './profile-values';
export { InfrastructureModule } from './infrastructure/infrastructure.module';
export { RecordInfrastructureAccess } from './infrastructure/record-infrastructure-access';
export { TellOfAccess } from './infrastructure/tell-of-access';
export { RevealMember } from './reveal-member';
export { AnswerReview } from './reviews/answer-review';
export { ReviewedRoles, type RoleHolding, type TakenRole } from './reviews/reviewed-roles';
export { ReviewModule } from './reviews/review.module';
export { ReviewRepository } from './reviews/review.repository';
export { ReviewWork } from './reviews/review-work';
export { StartReview } from './reviews/start-review';
export { reviewMails } from './reviews/mails/review.mail';
export { type WaitingReview, WaitingReviewsQuery } from './reviews/waiting-reviews';
export { RoleHolders } from './role-holders';
export { KeepUndertaking } from './undertaking/keep-undertaking';
export { hasSigned, signedAmong } from './undertaking/signed-undertaking';
export { CasePeople, type ReportedMember, type ToldOfCase } from './violations/case-people';
export { accessStops, actorUnlessStopped, isKeptAway, keptFromNothing } from './violations/stopped-access';
export { violationMails } from './violations/mails/violation.mail';
export { Complaints, type NewComplaint } from './ledger/complaints';
export { LedgerModule } from './ledger/ledger.module';
export { ledgerMails } from './ledger/mails/ledger.mail';
export { ReadDelays, type WaitingDelay } from './ledger/read-delays';
export { ViolationModule } from './violations/violation.module';
export { ViolationWork } from './violations/violation-work';
export { type WaitingViolation, WaitingViolationsQuery } from './violations/waiting-violations';
export { heldRoleOf, heldRoles, type HeldRoleRow } from './roles/held-roles';
export { PresentActors } from './roles/present-actors';
export { type Assignment, AssignmentRepository, type NewAssignment } from './roles/assignment.repository';
export { type KeptRole, CustomRoleRepository } from './roles/custom-role.repository';
export { isBuiltIn, mayBeScoped } from './roles/assignment.repository';
export { KeepCustomRoles } from './roles/keep-custom-roles';
export { ListRoles } from './roles/list-roles';
export { RoleTakers } from './roles/role-takers';
export { RoleModule } from './roles/role.module';
export { SeparationRepository } from './roles/separation.repository';
export { accessMigrations, accessTables } from './tables';
export { ReadWidenings, type WaitingWidening } from './widening/read-widenings';
export { WideningWork } from './widening/widening-work';
