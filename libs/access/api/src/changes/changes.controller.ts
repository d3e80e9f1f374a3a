import { Controller, Get, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import { Account, AnswersEvents, Can, EVENT_STREAM, type SignedInAccount, Who } from '@smartpar/platform/http';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../ports';
import { Changes } from './changes';

/** Says that what one may see has changed, as it happens. */
@ApiTags('access')
@Controller('organizations/:organizationId/changes')
export class ChangesController {
  constructor(private readonly changes: Changes) {}

  /** Whoever asks for something else than events is told at once that there may be some, and nothing stays open for them. */
  @Get()
  @Can('read', 'abilities')
  @AnswersEvents(
    '`changed`: read your abilities and what you look at again. `lockbox`: somebody looked, or is to look, under a lockbox you may read, or something happened to one of yours. `elsewhere`: do not come back, another page listens for this session.',
  )
  listen(@Who() { accountId, organizationId, until }: MemberActor, @Account() { sessionId }: SignedInAccount, @Req() request: FastifyRequest): StreamableFile {
    const stream = this.changes.open({ cookie: request.cookies[SESSION_COOKIE], sessionId, accountId, organizationId }, until);
    if (request.headers.accept !== EVENT_STREAM) {
      stream.send('changed');
      stream.end();
    }
    return stream.answer;
  }
}
