import { Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { type ChangeWorker as Message, changeWorker, memberAct, type MemberAct } from '@smartpar/members/model';
import { Answers, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import { ChangeWorker } from './change-worker';

/** As what members work. */
@ApiTags('members')
@Controller('organizations/:organizationId/members/:memberId/worker')
export class WorkerController {
  constructor(private readonly workers: ChangeWorker) {}

  @Put()
  @Can('correct', 'member')
  @Answers(memberAct)
  change(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Body({ schema: changeWorker }) message: Message,
    @IdempotencyKey() key: string,
  ): Promise<MemberAct> {
    return this.workers.run(actor, memberId, message, key);
  }
}
