import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@smartpar/access/api';
import { Answers, Body, IdempotencyKey, RateLimited } from '@smartpar/platform/http';
import {
  askQuestion,
  type AskQuestion as Asked,
  type ConfirmationPreview,
  confirmationPreview,
  confirmationRenewed,
  confirmationToken,
  confirmQuestion,
  questionAsked,
  questionReceipt,
  type QuestionReceipt,
} from '@smartpar/requests/model';
import type * as z from 'zod';
import { AskQuestion, type QuestionTaken } from './ask-question';
import { ConfirmQuestion } from './confirm-question';

type Token = z.infer<typeof confirmationToken>;

/** Privacy questions from anybody. */
@ApiTags('questions')
@Controller('questions')
export class QuestionController {
  constructor(
    private readonly askQuestion: AskQuestion,
    private readonly confirmation: ConfirmQuestion,
  ) {}

  @Post()
  @Public('Anybody may ask who answers for their account, without one and without signing in.')
  @RateLimited('public-intake')
  @Answers(questionAsked, { status: 202, description: 'A confirmation mail is on its way; the answer is the same for every input.' })
  ask(@Body({ schema: askQuestion }) asked: Asked, @IdempotencyKey() key: string): Promise<QuestionTaken> {
    return this.askQuestion.run(asked, key);
  }

  @Post('confirmation/preview')
  @Public('Whoever holds the link from the mail may look at what it would do.')
  @RateLimited('link')
  @Answers(confirmationPreview)
  preview(@Body({ schema: confirmationToken }) { token }: Token): Promise<ConfirmationPreview> {
    return this.confirmation.preview(token);
  }

  @Post('confirmation')
  @Public('Whoever holds the link from the mail may hand the question over, once.')
  @RateLimited('link')
  @Answers(questionReceipt, { status: 201 })
  confirm(@Body({ schema: confirmQuestion }) { token, organizationId, siteId }: z.infer<typeof confirmQuestion>): Promise<QuestionReceipt> {
    return this.confirmation.confirm(token, { organizationId: organizationId ?? null, siteId: siteId ?? null });
  }

  @Post('confirmation/renewal')
  @Public('Whoever holds an expired link from the mail may have a fresh one sent to the same address.')
  @RateLimited('mail')
  @Answers(confirmationRenewed)
  async renew(@Body({ schema: confirmationToken }) { token }: Token): Promise<{ confirmBefore: Date }> {
    return { confirmBefore: await this.confirmation.renew(token) };
  }
}
