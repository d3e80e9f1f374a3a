import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@smartpar/access/api';
import { Answers, Body, IdempotencyKey, RateLimited } from '@smartpar/platform/http';
import { appendByLink, followRequest, ownRequestAct, ownRequestView, type OwnRequestView } from '@smartpar/requests/model';
import type * as z from 'zod';
import { ContinueRequest } from './continue-request';
import { FollowLink } from './follow-link';
import { OwnRequest } from './own-request';
import type { Done } from './request-desk';

/** The private link by which a person follows and continues their request. */
@ApiTags('questions')
@Controller('follow')
export class FollowController {
  constructor(
    private readonly link: FollowLink,
    private readonly ownRequest: OwnRequest,
    private readonly continueRequest: ContinueRequest,
  ) {}

  @Post()
  @Public('Whoever holds the private link from the mail may follow that one request.')
  @RateLimited('link')
  @Answers(ownRequestView)
  async follow(@Body({ schema: followRequest }) { token }: z.infer<typeof followRequest>): Promise<OwnRequestView> {
    const person = await this.link.open(token);
    return this.ownRequest.read(person, person.requestId);
  }

  @Post('messages')
  @Public('Whoever holds the private link from the mail may add to that one request.')
  @RateLimited('link')
  @Answers(ownRequestAct, { status: 201 })
  async append(@Body({ schema: appendByLink }) { token, text }: z.infer<typeof appendByLink>, @IdempotencyKey() key: string): Promise<Done> {
    const person = await this.link.open(token);
    return this.continueRequest.run(person, person.requestId, text, key);
  }
}
