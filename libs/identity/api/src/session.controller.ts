import { Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Account, Public, SESSION_COOKIE, SignedIn, type SignedInAccount } from '@smartpar/access/api';
import {
  type CurrentSession,
  currentSession,
  signInAnswer,
  type SignInAnswer,
  type Reauthenticated,
  reauthenticated,
  reauthentication,
  type Reauthentication,
  signIn,
  type SignIn as SignInMessage,
} from '@smartpar/identity/model';
import { Answers, AnswersNothing, Body, IdempotencyKey, RateLimited } from '@smartpar/platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DEVICE_COOKIE } from './device-cookie';
import { EndSessions } from './end-sessions';
import { IdentityConfiguration } from './identity-configuration';
import { Reauthenticate } from './reauthenticate';
import { giveHalfSession, giveSession, takeSession } from './session-cookies';
import { ShowSessions } from './show-sessions';
import { SignIn } from './sign-in';

/** Signing in and out, and who is signed in. */
@ApiTags('sign-in')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly endSessions: EndSessions,
    private readonly showSessions: ShowSessions,
    private readonly reauthenticate: Reauthenticate,
    private readonly configuration: IdentityConfiguration,
  ) {}

  @Post()
  @Public('Nobody is signed in before signing in.')
  @RateLimited('sign-in')
  @Answers(signInAnswer)
  async begin(
    @Body({ schema: signIn }) message: SignInMessage,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    const { cookies, headers, ip } = request;
    const begun = await this.signIn.run(message, { network: ip, userAgent: headers['user-agent'], deviceCookie: cookies[DEVICE_COOKIE] });
    await this.endSessions.replace(cookies[SESSION_COOKIE]);
    if (begun.kind === 'half-session') {
      takeSession(reply);
      giveHalfSession(reply, begun.cookie);
      return { codeWantedUntil: begun.expiresAt.toString() };
    }
    giveSession(reply, begun, this.configuration.sessions);
    return this.showSessions.current(begun.session.accountId, begun.session.id);
  }

  @Get()
  @SignedIn({ alsoLimited: true })
  @Answers(currentSession)
  current(@Account() { accountId, sessionId }: SignedInAccount): Promise<CurrentSession> {
    return this.showSessions.current(accountId, sessionId);
  }

  @Delete()
  @SignedIn({ alsoLimited: true })
  @AnswersNothing({ description: 'Signed out.' })
  async end(@Account() account: SignedInAccount, @IdempotencyKey() key: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.endSessions.endOne({ ...account, key }, account.sessionId);
    takeSession(reply);
  }

  @Post('reauthentication')
  @SignedIn({ alsoLimited: true })
  @RateLimited('sign-in')
  @Answers(reauthenticated)
  confirm(
    @Account() account: SignedInAccount,
    @Body({ schema: reauthentication }) message: Reauthentication,
    @IdempotencyKey() key: string,
  ): Promise<Reauthenticated> {
    return this.reauthenticate.run({ ...account, key }, message);
  }
}
