import { Global, Module } from '@nestjs/common';
import { AccessModule, EntryRules, SessionSource } from '@smartpar/access/api';
import { AccountMembershipsRepository } from './account-memberships.repository';
import { AccountController } from './account.controller';
import { Accounts } from './accounts';
import { AccountsRepository } from './accounts.repository';
import { AddressChangesRepository } from './address-changes.repository';
import { AddressReach } from './address-reach';
import { BeginSession } from './begin-session';
import { ChangeMemberAddress } from './change-member-address';
import { ChangePassword } from './change-password';
import { ChangePreferences } from './change-preferences';
import { CheckCode } from './check-code';
import { CheckPassword } from './check-password';
import { CompletePasswordReset } from './complete-password-reset';
import { CompleteSignIn } from './complete-sign-in';
import { ConfirmPassword } from './confirm-password';
import { CredentialsRepository } from './credentials.repository';
import { DeviceCookie } from './device-cookie';
import { DomainAccounts } from './domain-accounts';
import { EndEntry } from './end-entry';
import { EndSessions } from './end-sessions';
import { EntryEndsRepository } from './entry-ends.repository';
import { FactorEntryRules } from './factor-entry-rules';
import { FactorRequirementRepository } from './factor-requirement.repository';
import { FactorResetsRepository } from './factor-resets.repository';
import { FactorSecret } from './factor-secret';
import { FindSession } from './find-session';
import { HalfSessionsRepository } from './half-sessions.repository';
import { IdentityConfiguration, IdentitySettings } from './identity-configuration';
import { IdentityPeriodic } from './identity-periodic';
import { JudgePassword } from './judge-password';
import { KeepPrivateAddress } from './keep-private-address';
import { KeepRequirement } from './keep-requirement';
import { MemberEntryController } from './member-entry.controller';
import { MemberFactorController } from './member-factor.controller';
import { MoveAddress } from './move-address';
import { OpenAccount } from './open-account';
import { PassportSessionSource } from './passport-session-source';
import { PasswordHash } from './password-hash';
import { PasswordLink } from './password-link';
import { PasswordResetController } from './password-reset.controller';
import { PasswordResetsRepository } from './password-resets.repository';
import { PrivateAddressesRepository } from './private-addresses.repository';
import { ProofLinksRepository } from './proof-links.repository';
import { ProveHolder } from './prove-holder';
import { Reauthenticate } from './reauthenticate';
import { RecoveryCodesRepository } from './recovery-codes.repository';
import { RequestPasswordReset } from './request-password-reset';
import { ResealFactors } from './reseal-factors';
import { ResetMemberFactor } from './reset-member-factor';
import { SecondFactorController } from './second-factor.controller';
import { SecondFactorsRepository } from './second-factors.repository';
import { SessionCache } from './session-cache';
import { SessionListener } from './session-listener';
import { SessionUseRepository } from './session-use.repository';
import { SessionController } from './session.controller';
import { SessionsRepository } from './sessions.repository';
import { SetUpSecondFactor } from './set-up-second-factor';
import { ShowAccount } from './show-account';
import { ShowSecondFactor } from './show-second-factor';
import { ShowSessions } from './show-sessions';
import { SignIn } from './sign-in';
import { SignInAddressController } from './sign-in-address.controller';
import { SignInPassport } from './sign-in-passport';
import { SignInProofController } from './sign-in-proof.controller';
import { SignInThrottle } from './sign-in-throttle';
import { TellHolder } from './tell-holder';
import { ThrottleRepository } from './throttle.repository';
import { TurnOffSecondFactor } from './turn-off-second-factor';

const REPOSITORIES = [
  AccountsRepository,
  AccountMembershipsRepository,
  CredentialsRepository,
  SessionsRepository,
  SessionUseRepository,
  PasswordResetsRepository,
  ThrottleRepository,
  SecondFactorsRepository,
  RecoveryCodesRepository,
  HalfSessionsRepository,
  FactorResetsRepository,
  EntryEndsRepository,
  FactorRequirementRepository,
  PrivateAddressesRepository,
  ProofLinksRepository,
  AddressChangesRepository,
];

const PARTS = [
  PasswordHash,
  SessionCache,
  SessionListener,
  DeviceCookie,
  PasswordLink,
  JudgePassword,
  SignInThrottle,
  CheckPassword,
  FindSession,
  SignInPassport,
  ConfirmPassword,
  FactorSecret,
  TellHolder,
  CheckCode,
  BeginSession,
];

const USE_CASES = [
  OpenAccount,
  Accounts,
  SignIn,
  EndSessions,
  ShowAccount,
  ShowSessions,
  Reauthenticate,
  ChangePassword,
  ChangePreferences,
  RequestPasswordReset,
  CompletePasswordReset,
  CompleteSignIn,
  SetUpSecondFactor,
  ShowSecondFactor,
  TurnOffSecondFactor,
  AddressReach,
  KeepPrivateAddress,
  ProveHolder,
  ResetMemberFactor,
  EndEntry,
  KeepRequirement,
  ResealFactors,
  MoveAddress,
  ChangeMemberAddress,
  DomainAccounts,
];

/**
 * Accounts and sign-in. It needs `Database`, `Time`, `KeyRing` and `LinkTokens` from global modules, and where
 * there are members `Invitations`, `MemberAccounts` and `AddressDomains`;
 * `IdentitySettings` where an operator set anything. It is the guard's `SessionSource` and `EntryRules`.
 */
@Global()
@Module({
  imports: [AccessModule],
  controllers: [
    SessionController,
    SignInProofController,
    AccountController,
    SignInAddressController,
    SecondFactorController,
    PasswordResetController,
    MemberFactorController,
    MemberEntryController,
  ],
  providers: [
    ...REPOSITORIES,
    ...PARTS,
    ...USE_CASES,
    IdentityPeriodic,
    {
      provide: IdentityConfiguration,
      useFactory: (settings?: IdentitySettings) => new IdentityConfiguration(settings),
      inject: [{ token: IdentitySettings, optional: true }],
    },
    { provide: SessionSource, useClass: PassportSessionSource },
    { provide: EntryRules, useClass: FactorEntryRules },
  ],
  exports: [Accounts, OpenAccount, DomainAccounts, AccountMembershipsRepository, IdentityPeriodic, SessionSource, EntryRules],
})
export class IdentityModule {}
