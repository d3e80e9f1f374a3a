import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@smartpar/access/api';
import { giveReplyAddress, leaverView, type LeaverView, openEnvelope } from '@smartpar/members/model';
import { Answers, Body, RateLimited } from '@smartpar/platform/http';
import type * as z from 'zod';
import { OpenEnvelope } from './open-envelope';

/** The envelope of somebody who left. */
@ApiTags('leaver')
@Controller('leaver')
export class LeaverController {
  constructor(private readonly envelope: OpenEnvelope) {}

  @Post()
  @Public('Whoever holds the code from their letter reads what is still kept about them, and their own requests.')
  @RateLimited('link')
  @Answers(leaverView)
  open(@Body({ schema: openEnvelope }) { code }: z.infer<typeof openEnvelope>): Promise<LeaverView> {
    return this.envelope.open(code);
  }

  @Post('reply-address')
  @Public('Whoever holds the code from their letter says where answers to their own requests go.')
  @RateLimited('link')
  @Answers(leaverView)
  giveAddress(@Body({ schema: giveReplyAddress }) { code, email }: z.infer<typeof giveReplyAddress>): Promise<LeaverView> {
    return this.envelope.giveAddress(code, email);
  }
}
