import { Controller, Header, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SESSION_COOKIE } from '@smartpar/access/api';
import { codeGiven, type CodeGiven, currentSession, type CurrentSession, factorLinkToken, type FactorLinkToken } from '@smartpar/identity/model';
import { Account, Answers, AnswersNothing, Body, IdempotencyKey, Public, RateLimited, SignedIn, type SignedInAccount } from '@smartpar/platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BegunSession, SignInOrigin } from './begin-session';
import { CompleteSignIn } from './complete-sign-in';
import { DEVICE_COOKIE } from './device-cookie';
import { EndSessions } from './end-sessions';
import { IdentityConfiguration } from './identity-configuration';
import { ProveHolder } from './prove-holder';
import { giveSession, HALF_SESSION_COOKIE, takeHalfSession } from './session-cookies';
import { ShowSessions } from './show-sessions';

/** What follows the password: a code, an organization's reset, and after that the proof that it is the holder. */
@ApiTags('sign-in')
@Controller('session')
export class SignInProofController {
  constructor(
    private readonly complete: CompleteSignIn,
    private readonly endSessions: EndSessions,
    private readonly showSessions: ShowSessions,
    private readonly prove: ProveHolder,
    private readonly configuration: IdentityConfiguration,
  ) {}

  @Post('code')
  @Public('The half session that followed the right password is the proof.')
  @RateLimited('sign-in')
  @Header('cache-control', 'no-store')
  @Answers(currentSession)
  async byCode(
    @Body({ schema: codeGiven }) { code }: CodeGiven,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CurrentSession> {
    return this.enter(await this.complete.byCode(request.cookies[HALF_SESSION_COOKIE], code, originOf(request)), request, reply);
  }

  @Post('entry-by-reset')
  @Public('The half session that followed the right password is the proof.')
  @RateLimited('sign-in')
  @Header('cache-control', 'no-store')
  @Answers(currentSession)
  async byReset(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<CurrentSession> {
    return this.enter(await this.complete.byReset(request.cookies[HALF_SESSION_COOKIE], originOf(request)), request, reply);
  }

  @Post('proof')
  @SignedIn({ alsoLimited: true })
  @RateLimited('sign-in')
  @Header('cache-control', 'no-store')
  @Answers(currentSession)
  async proveByCode(
    @Account() account: SignedInAccount,
    @Body({ schema: codeGiven }) { code }: CodeGiven,
    @IdempotencyKey() key: string,
    @Req() { ip }: FastifyRequest,
  ): Promise<CurrentSession> {
    await this.prove.byCode({ ...account, key }, code, ip);
    return this.showSessions.current(account.accountId, account.sessionId);
  }

  @Post('proof-links')
  @SignedIn({ alsoLimited: true })
  @RateLimited('mail')
  @AnswersNothing({ status: 202, description: 'A mail is on its way to the private address.' })
  askForLink(@Account() account: SignedInAccount, @IdempotencyKey() key: string): Promise<void> {
    return this.prove.askForLink({ ...account, key });
  }

  @Post('proof-by-link')
  @SignedIn({ alsoLimited: true })
  @RateLimited('link')
  @Header('cache-control', 'no-store')
  @Answers(currentSession)
  async proveByLink(
    @Account() account: SignedInAccount,
    @Body({ schema: factorLinkToken }) { token }: FactorLinkToken,
    @IdempotencyKey() key: string,
  ): Promise<CurrentSession> {
    await this.prove.byLink({ ...account, key }, token);
    return this.showSessions.current(account.accountId, account.sessionId);
  }

  private async enter(begun: BegunSession, { cookies }: FastifyRequest, reply: FastifyReply): Promise<CurrentSession> {
    await this.endSessions.replace(cookies[SESSION_COOKIE]);
    takeHalfSession(reply);
    giveSession(reply, begun, this.configuration.sessions);
    return this.showSessions.current(begun.session.accountId, begun.session.id);
  }
}

const originOf = ({ ip, headers, cookies }: FastifyRequest): SignInOrigin => ({
  network: ip,
  userAgent: headers['user-agent'],
  deviceCookie: cookies[DEVICE_COOKIE],
});
