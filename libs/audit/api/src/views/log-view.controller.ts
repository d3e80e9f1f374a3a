import { Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import {
  addLogView,
  type AddLogView,
  changeLogView,
  type ChangeLogView,
  type LogView,
  logViewContract,
  type LogViewList,
  logViewList,
} from '@smartpar/audit/model';
import { Answers, AnswersNothing, Body, Can, Id, IdempotencyKey, Who } from '@smartpar/platform/http';
import { KeepLogViews } from './keep-log-views';

/** Views of the log that members keep. */
@ApiTags('audit')
@Controller('organizations/:organizationId/audit-log/views')
export class LogViewController {
  constructor(private readonly views: KeepLogViews) {}

  @Get()
  @Can('read', 'audit-view')
  @Answers(logViewList)
  list(@Who() actor: MemberActor): Promise<LogViewList> {
    return this.views.list(actor);
  }

  @Post()
  @Can('create', 'audit-view')
  @Answers(logViewContract, { status: 201 })
  add(@Who() actor: MemberActor, @Body({ schema: addLogView }) body: AddLogView, @IdempotencyKey() key: string): Promise<LogView> {
    return this.views.add(actor, body, key);
  }

  @Patch(':viewId')
  @Can('change', 'audit-view')
  @Answers(logViewContract)
  change(
    @Who() actor: MemberActor,
    @Id('viewId') id: string,
    @Body({ schema: changeLogView }) body: ChangeLogView,
    @IdempotencyKey() key: string,
  ): Promise<LogView> {
    return this.views.change(actor, id, body, key);
  }

  @Delete(':viewId')
  @Can('remove', 'audit-view')
  @AnswersNothing()
  remove(@Who() actor: MemberActor, @Id('viewId') id: string, @IdempotencyKey() key: string): Promise<void> {
    return this.views.remove(actor, id, key);
  }
}
