import { Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@smartpar/access/api';
import {
  type OpenedPasswordReset,
  openedPasswordReset,
  type PasswordResetCompletion,
  passwordResetCompletion,
  type PasswordResetOpening,
  passwordResetOpening,
  type PasswordResetRequest,
  passwordResetRequest,
} from '@smartpar/identity/model';
import { Answers, AnswersNothing, Body, RateLimited } from '@smartpar/platform/http';
import type { FastifyRequest } from 'fastify';
import { CompletePasswordReset } from './complete-password-reset';
import { RequestPasswordReset } from './request-password-reset';

/** Choosing a password by a mailed link. */
@ApiTags('sign-in')
@Controller('password-resets')
export class PasswordResetController {
  constructor(
    private readonly request: RequestPasswordReset,
    private readonly complete: CompletePasswordReset,
  ) {}

  @Post()
  @Public('Whoever forgot the password cannot sign in. The answer is the same for every address.')
  @RateLimited('mail')
  @AnswersNothing({ status: 202, description: 'If there is an account, a mail is on its way.' })
  ask(@Body({ schema: passwordResetRequest }) { email }: PasswordResetRequest, @Req() { ip }: FastifyRequest): Promise<void> {
    return this.request.run(email, ip);
  }

  @Post('preview')
  @Public('The token from the mail is the proof.')
  @RateLimited('link')
  @Answers(openedPasswordReset)
  open(@Body({ schema: passwordResetOpening }) { token }: PasswordResetOpening): Promise<OpenedPasswordReset> {
    return this.complete.open(token);
  }

  @Post('completion')
  @Public('The token from the mail is the proof.')
  @RateLimited('link')
  @AnswersNothing({ description: 'The password is chosen, and all sessions are over.' })
  choose(@Body({ schema: passwordResetCompletion }) completion: PasswordResetCompletion): Promise<void> {
    return this.complete.run(completion);
  }
}
