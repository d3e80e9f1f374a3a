import { Controller, Delete, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Account, SignedIn, type SignedInAccount } from '@smartpar/access/api';
import {
  type AccountView,
  accountView,
  type PasswordChange,
  passwordChange,
  type Preferences,
  preferences,
  type PreferencesChange,
  preferencesChange,
  type SessionList,
  sessionList,
} from '@smartpar/identity/model';
import { Answers, AnswersNothing, Body, Id, IdempotencyKey, RateLimited } from '@smartpar/platform/http';
import { ChangePassword } from './change-password';
import { ChangePreferences } from './change-preferences';
import { EndSessions } from './end-sessions';
import { ShowAccount } from './show-account';
import { ShowSessions } from './show-sessions';

/** One's own account: sessions, password, preferences. */
@ApiTags('account')
@Controller('account')
export class AccountController {
  constructor(
    private readonly showAccount: ShowAccount,
    private readonly showSessions: ShowSessions,
    private readonly endSessions: EndSessions,
    private readonly changePassword: ChangePassword,
    private readonly changePreferences: ChangePreferences,
  ) {}

  @Get()
  @SignedIn()
  @Answers(accountView)
  account(@Account() { accountId }: SignedInAccount): Promise<AccountView> {
    return this.showAccount.run(accountId);
  }

  @Get('sessions')
  @SignedIn()
  @Answers(sessionList)
  sessions(@Account() { accountId, sessionId }: SignedInAccount): Promise<SessionList> {
    return this.showSessions.all(accountId, sessionId);
  }

  @Delete('sessions/:sessionId')
  @SignedIn()
  @AnswersNothing({ description: 'The session is over.' })
  endSession(@Account() account: SignedInAccount, @Id('sessionId') sessionId: string, @IdempotencyKey() key: string): Promise<void> {
    return this.endSessions.endOne({ ...account, key }, sessionId);
  }

  @Delete('sessions')
  @SignedIn()
  @AnswersNothing({ description: 'All other sessions are over.' })
  endOthers(@Account() account: SignedInAccount, @IdempotencyKey() key: string): Promise<void> {
    return this.endSessions.endOthers({ ...account, key });
  }

  @Put('password')
  @SignedIn()
  @RateLimited('sign-in')
  @AnswersNothing({ description: 'The password is changed, and all other sessions are over.' })
  password(@Account() account: SignedInAccount, @Body({ schema: passwordChange }) change: PasswordChange, @IdempotencyKey() key: string): Promise<void> {
    return this.changePassword.run({ ...account, key }, change);
  }

  @Put('preferences')
  @SignedIn()
  @Answers(preferences)
  prefer(
    @Account() account: SignedInAccount,
    @Body({ schema: preferencesChange }) change: PreferencesChange,
    @IdempotencyKey() key: string,
  ): Promise<Preferences> {
    return this.changePreferences.run({ ...account, key }, change);
  }
}
