import { Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Lockbox,
  lockbox,
  type LockboxDecision,
  lockboxDecision,
  type LockboxLook,
  lockboxLookPage,
  type LockboxLookQuery,
  lockboxLookQuery,
  lockboxPage,
  type LockboxQuery,
  lockboxQuery,
  type LockboxRules,
  lockboxRules,
  type LockboxRulesChange,
  lockboxRulesChange,
  type MemberActor,
} from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Answers, Body, Can, Id, IdempotencyKey, Query, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { DecideLockbox } from './decide-lockbox';
import { KeepLockboxRules } from './keep-lockbox-rules';
import { ReadLockboxes } from './read-lockboxes';

/** An organization decides about access of SmartPAR's staff, and watches it. */
@ApiTags('access')
@Controller('organizations/:organizationId')
export class LockboxController {
  constructor(
    private readonly lockboxes: ReadLockboxes,
    private readonly deciding: DecideLockbox,
    private readonly rules: KeepLockboxRules,
  ) {}

  @Get('lockboxes')
  @Can('read', 'lockbox')
  @Answers(lockboxPage)
  list(@Who() actor: MemberActor, @Query({ schema: lockboxQuery }) query: LockboxQuery): Promise<Page<Lockbox>> {
    return this.lockboxes.list(actor, query);
  }

  @Get('lockboxes/:lockboxId')
  @Can('read', 'lockbox')
  @Answers(lockbox)
  one(@Who() actor: MemberActor, @Id('lockboxId') lockboxId: string): Promise<Lockbox> {
    return this.lockboxes.one(actor, lockboxId);
  }

  @Get('lockboxes/:lockboxId/looks')
  @Can('read', 'lockbox')
  @Answers(lockboxLookPage)
  looks(
    @Who() actor: MemberActor,
    @Id('lockboxId') lockboxId: string,
    @Query({ schema: lockboxLookQuery }) query: LockboxLookQuery,
  ): Promise<Page<LockboxLook>> {
    return this.lockboxes.looks(actor, lockboxId, query);
  }

  @Post('lockboxes/:lockboxId/decision')
  @Can('decide', 'lockbox')
  @Answers(lockbox)
  decide(
    @Who() actor: MemberActor,
    @Id('lockboxId') lockboxId: string,
    @Body({ schema: lockboxDecision }) decision: LockboxDecision,
    @IdempotencyKey() key: string,
  ): Promise<Lockbox> {
    return this.deciding.decide(actor, lockboxId, decision, key);
  }

  @Post('lockboxes/:lockboxId/invalidation')
  @Can('decide', 'lockbox')
  @Answers(lockbox)
  invalidate(@Who() actor: MemberActor, @Id('lockboxId') lockboxId: string, @IdempotencyKey() key: string): Promise<Lockbox> {
    return this.deciding.invalidate(actor, lockboxId, key);
  }

  @Get('lockbox-rules')
  @Can('read', 'lockbox-rules')
  @Answers(lockboxRules)
  readRules(@Who() actor: MemberActor): Promise<LockboxRules> {
    return this.rules.read(actor);
  }

  @Put('lockbox-rules')
  @Can('change', 'lockbox-rules')
  @RecentlyAuthenticated()
  @Answers(lockboxRules)
  changeRules(
    @Who() actor: MemberActor,
    @Body({ schema: lockboxRulesChange }) change: LockboxRulesChange,
    @IdempotencyKey() key: string,
  ): Promise<LockboxRules> {
    return this.rules.change(actor, change, key);
  }
}
