import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type BreakGlass,
  breakGlass,
  type BreakGlassLook,
  breakGlassLookPage,
  type BreakGlassLookQuery,
  breakGlassLookQuery,
  breakGlassPage,
  type BreakGlassQuery,
  breakGlassQuery,
  type BreakGlassReview,
  breakGlassReview,
  type BreakingGlass,
  breakingGlass,
  type MemberActor,
  type OwnBreakGlass,
  ownBreakGlass,
} from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Answers, Body, Can, Id, IdempotencyKey, Query, Who } from '@smartpar/platform/http';
import { BreakTheGlass } from './break-the-glass';
import { ReadBreakGlasses } from './read-break-glasses';

/** Looking at once in an emergency, and what others find afterwards. */
@ApiTags('access')
@Controller('organizations/:organizationId/break-glasses')
export class BreakGlassController {
  constructor(
    private readonly broken: ReadBreakGlasses,
    private readonly acting: BreakTheGlass,
  ) {}

  @Get()
  @Can('read', 'break-glass')
  @Answers(breakGlassPage)
  list(@Who() actor: MemberActor, @Query({ schema: breakGlassQuery }) query: BreakGlassQuery): Promise<Page<BreakGlass>> {
    return this.broken.list(actor, query);
  }

  @Post()
  @Can('break', 'break-glass')
  @Answers(breakGlass, { status: 201 })
  begin(@Who() actor: MemberActor, @Body({ schema: breakingGlass }) breaking: BreakingGlass, @IdempotencyKey() key: string): Promise<BreakGlass> {
    return this.acting.run(actor, breaking, key);
  }

  @Get('mine')
  @Can('break', 'break-glass')
  @Answers(ownBreakGlass)
  mine(@Who() actor: MemberActor): Promise<OwnBreakGlass> {
    return this.broken.mine(actor);
  }

  @Get(':breakGlassId')
  @Can('read', 'break-glass')
  @Answers(breakGlass)
  one(@Who() actor: MemberActor, @Id('breakGlassId') id: string): Promise<BreakGlass> {
    return this.broken.one(actor, id);
  }

  @Get(':breakGlassId/looks')
  @Can('read', 'break-glass')
  @Answers(breakGlassLookPage)
  looks(
    @Who() actor: MemberActor,
    @Id('breakGlassId') id: string,
    @Query({ schema: breakGlassLookQuery }) query: BreakGlassLookQuery,
  ): Promise<Page<BreakGlassLook>> {
    return this.broken.looks(actor, id, query);
  }

  @Post(':breakGlassId/end')
  @Can('break', 'break-glass')
  @Answers(breakGlass)
  end(@Who() actor: MemberActor, @Id('breakGlassId') id: string, @IdempotencyKey() key: string): Promise<BreakGlass> {
    return this.acting.end(actor, id, key);
  }

  @Post(':breakGlassId/review')
  @Can('review', 'break-glass')
  @Answers(breakGlass)
  review(
    @Who() actor: MemberActor,
    @Id('breakGlassId') id: string,
    @Body({ schema: breakGlassReview }) found: BreakGlassReview,
    @IdempotencyKey() key: string,
  ): Promise<BreakGlass> {
    return this.acting.review(actor, id, found, key);
  }
}
