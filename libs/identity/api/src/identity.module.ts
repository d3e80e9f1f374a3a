import { type DynamicModule, Global, Module } from '@nestjs/common';
import { SessionSource } from '@smartpar/access/api';
import type { SessionRules } from '@smartpar/identity/model';
import { AccountController } from './account.controller';
import { AccountMembershipsRepository } from './account-memberships.repository';
import { Accounts } from './accounts';
import { AccountsRepository } from './accounts.repository';
import { ChangePassword } from './change-password';
import { ChangePreferences } from './change-preferences';
import { CheckPassword } from './check-password';
import { CompletePasswordReset } from './complete-password-reset';
import { ConfirmPassword } from './confirm-password';
import { CredentialsRepository } from './credentials.repository';
import { DeviceCookie } from './device-cookie';
import { EndSessions } from './end-sessions';
import { FindSession } from './find-session';
import { IdentityConfiguration } from './identity-configuration';
import { IdentityPeriodic } from './identity-periodic';
import { JudgePassword } from './judge-password';
import { OpenAccount } from './open-account';
import { PassportSessionSource } from './passport-session-source';
import { PasswordHash } from './password-hash';
import { PasswordLink } from './password-link';
import { PasswordResetController } from './password-reset.controller';
import { PasswordResetsRepository } from './password-resets.repository';
import { Reauthenticate } from './reauthenticate';
import { RequestPasswordReset } from './request-password-reset';
import { SessionCache } from './session-cache';
import { SessionListener } from './session-listener';
import { SessionUseRepository } from './session-use.repository';
import { SessionController } from './session.controller';
import { SessionsRepository } from './sessions.repository';
import { ShowSessions } from './show-sessions';
import { SignIn } from './sign-in';
import { SignInPassport } from './sign-in-passport';
import { SignInThrottle } from './sign-in-throttle';
import { ThrottleRepository } from './throttle.repository';

const REPOSITORIES = [
  AccountsRepository,
  AccountMembershipsRepository,
  CredentialsRepository,
  SessionsRepository,
  SessionUseRepository,
  PasswordResetsRepository,
  ThrottleRepository,
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
];

const USE_CASES = [
  Accounts,
  OpenAccount,
  SignIn,
  EndSessions,
  ShowSessions,
  Reauthenticate,
  ChangePassword,
  ChangePreferences,
  RequestPasswordReset,
  CompletePasswordReset,
];

/**
 * Accounts and sign-in. It needs `Database`, `Time`, `KeyRing` and `LinkTokens` from global modules, and `Invitations`
 * where there are members to invite. It is the guard's `SessionSource`.
 */
@Global()
@Module({
  controllers: [SessionController, AccountController, PasswordResetController],
  providers: [
    ...REPOSITORIES,
    ...PARTS,
    ...USE_CASES,
    IdentityPeriodic,
    { provide: IdentityConfiguration, useFactory: () => new IdentityConfiguration() },
    { provide: SessionSource, useClass: PassportSessionSource },
  ],
  exports: [Accounts, OpenAccount, AccountMembershipsRepository, IdentityPeriodic, SessionSource],
})
export class IdentityModule {
  /** The same with session limits an operator set. */
  static with(sessions: SessionRules): DynamicModule {
    return { module: IdentityModule, providers: [{ provide: IdentityConfiguration, useValue: new IdentityConfiguration(sessions) }] };
  }
}
