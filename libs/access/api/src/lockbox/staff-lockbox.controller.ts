import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  lockboxFound,
  type LockboxMember,
  lockboxMemberPage,
  type LockboxMemberQuery,
  lockboxMemberQuery,
  type LockboxRequest,
  lockboxRequest,
  type LockboxRevealing,
  lockboxRevealing,
  type LockboxSearch,
  lockboxSearch,
  type MemberActor,
  revealed,
  type StaffLockbox,
  staffLockbox,
  staffLockboxPage,
  type StaffLockboxQuery,
  staffLockboxQuery,
} from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Answers, AnswersNothing, Body, Can, Id, IdempotencyKey, Query, Who } from '@smartpar/platform/http';
import type { Look } from '../reveal-member';
import { ReadOwnLockboxes } from './read-own-lockboxes';
import { RequestLockbox } from './request-lockbox';
import { UseLockbox } from './use-lockbox';

/** SmartPAR's staff ask for lockboxes and look at what they cover. */
@ApiTags('oversight')
@Controller('organizations/:organizationId/oversight/lockboxes')
export class StaffLockboxController {
  constructor(
    private readonly own: ReadOwnLockboxes,
    private readonly asking: RequestLockbox,
    private readonly using: UseLockbox,
  ) {}

  @Get()
  @Can('request', 'lockbox')
  @Answers(staffLockboxPage)
  list(@Who() actor: MemberActor, @Query({ schema: staffLockboxQuery }) query: StaffLockboxQuery): Promise<Page<StaffLockbox>> {
    return this.own.list(actor, query);
  }

  @Post()
  @Can('request', 'lockbox')
  @Answers(staffLockbox, { status: 201 })
  ask(@Who() actor: MemberActor, @Body({ schema: lockboxRequest }) request: LockboxRequest, @IdempotencyKey() key: string): Promise<StaffLockbox> {
    return this.asking.run(actor, request, key);
  }

  @Get(':lockboxId')
  @Can('request', 'lockbox')
  @Answers(staffLockbox)
  one(@Who() actor: MemberActor, @Id('lockboxId') lockboxId: string): Promise<StaffLockbox> {
    return this.own.one(actor, lockboxId);
  }

  @Post(':lockboxId/end')
  @Can('request', 'lockbox')
  @AnswersNothing()
  end(@Who() actor: MemberActor, @Id('lockboxId') lockboxId: string, @IdempotencyKey() key: string): Promise<void> {
    return this.using.end(actor, lockboxId, key);
  }

  @Get(':lockboxId/members')
  @Can('request', 'lockbox')
  @Answers(lockboxMemberPage)
  members(
    @Who() actor: MemberActor,
    @Id('lockboxId') lockboxId: string,
    @Query({ schema: lockboxMemberQuery }) query: LockboxMemberQuery,
  ): Promise<Page<LockboxMember>> {
    return this.using.members(actor, lockboxId, query);
  }

  @Post(':lockboxId/search')
  @Can('request', 'lockbox')
  @Answers(lockboxFound)
  find(
    @Who() actor: MemberActor,
    @Id('lockboxId') lockboxId: string,
    @Body({ schema: lockboxSearch }) search: LockboxSearch,
  ): Promise<{ items: LockboxMember[] }> {
    return this.using.find(actor, lockboxId, search);
  }

  @Post(':lockboxId/members/:memberId/reveals')
  @Can('request', 'lockbox')
  @Answers(revealed, { status: 201 })
  reveal(
    @Who() actor: MemberActor,
    @Id('lockboxId') lockboxId: string,
    @Id('memberId') memberId: string,
    @Body({ schema: lockboxRevealing }) look: LockboxRevealing,
    @IdempotencyKey() key: string,
  ): Promise<Look> {
    return this.using.reveal(actor, { lockboxId, memberId }, look, key);
  }
}
