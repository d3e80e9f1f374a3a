import { Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import {
  newSystemToken,
  type NewSystemToken,
  shownSystemToken,
  type ShownSystemToken,
  type SystemToken,
  systemTokens,
  tokenRotation,
  type TokenRotation,
} from '@smartpar/members/model';
import { Answers, AnswersNothing, Body, Can, Id, IdempotencyKey, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { KeepSystemTokens } from './keep-system-tokens';

/** Tokens by which other systems act for an organization. */
@ApiTags('system tokens')
@Controller('organizations/:organizationId/system-tokens')
export class SystemTokenController {
  constructor(private readonly tokens: KeepSystemTokens) {}

  @Get()
  @Can('read', 'system-token')
  @Answers(systemTokens)
  list(@Who() actor: MemberActor): Promise<{ items: readonly SystemToken[] }> {
    return this.tokens.list(actor);
  }

  @Post()
  @Can('issue', 'system-token')
  @RecentlyAuthenticated()
  @Answers(shownSystemToken, { status: 201 })
  issue(@Who() actor: MemberActor, @Body({ schema: newSystemToken }) wanted: NewSystemToken, @IdempotencyKey() key: string): Promise<ShownSystemToken> {
    return this.tokens.issue(actor, wanted, key);
  }

  @Post(':tokenId/rotation')
  @Can('rotate', 'system-token')
  @RecentlyAuthenticated()
  @Answers(shownSystemToken, { status: 201 })
  rotate(
    @Who() actor: MemberActor,
    @Id('tokenId') id: string,
    @Body({ schema: tokenRotation }) rotation: TokenRotation,
    @IdempotencyKey() key: string,
  ): Promise<ShownSystemToken> {
    return this.tokens.rotate(actor, id, rotation, key);
  }

  @Delete(':tokenId')
  @Can('revoke', 'system-token')
  @AnswersNothing()
  revoke(@Who() actor: MemberActor, @Id('tokenId') id: string, @IdempotencyKey() key: string): Promise<void> {
    return this.tokens.revoke(actor, id, key);
  }
}
