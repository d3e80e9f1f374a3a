import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Answers, Body, Id, IdempotencyKey, Query } from '@smartpar/platform/http';
import {
  appendToMine,
  type AskMine as Asked,
  askedMine,
  askMine,
  type MyAdministrator,
  myAdministrator,
  type MyRequestItem,
  myRequestList,
  myRequestQuery,
  ownRequestAct,
  ownRequestView,
  type OwnRequestView,
} from '@smartpar/requests/model';
import type * as z from 'zod';
import { type AskedPart, AskMine } from './ask-mine';
import { ListMine } from './list-mine';
import { MyRequests } from './my-requests';
import type { Done } from './request-desk';

/** What every member may do for themself. */
@ApiTags('my privacy')
@Controller('organizations/:organizationId/my')
export class MyRequestController {
  constructor(
    private readonly askMine: AskMine,
    private readonly mine: ListMine,
    private readonly myRequests: MyRequests,
  ) {}

  @Get('administrator')
  @Can('ask', 'privacy-request')
  @Answers(myAdministrator)
  administrator(@Who() actor: MemberActor): Promise<MyAdministrator> {
    return this.myRequests.administrator(actor);
  }

  @Get('requests')
  @Can('follow', 'privacy-request')
  @Answers(myRequestList)
  list(@Who() actor: MemberActor, @Query({ schema: myRequestQuery }) query: z.infer<typeof myRequestQuery>): Promise<Page<MyRequestItem>> {
    return this.mine.run(actor, query);
  }

  @Post('requests')
  @Can('ask', 'privacy-request')
  @Answers(askedMine, { status: 201 })
  async ask(@Who() actor: MemberActor, @Body({ schema: askMine }) asked: Asked, @IdempotencyKey() key: string): Promise<{ parts: readonly AskedPart[] }> {
    return { parts: await this.askMine.run(actor, asked, key) };
  }

  @Get('requests/:requestId')
  @Can('follow', 'privacy-request')
  @Answers(ownRequestView)
  read(@Who() actor: MemberActor, @Id('requestId') requestId: string): Promise<OwnRequestView> {
    return this.myRequests.read(actor, requestId);
  }

  @Post('requests/:requestId/messages')
  @Can('append', 'privacy-request')
  @Answers(ownRequestAct, { status: 201 })
  append(
    @Who() actor: MemberActor,
    @Id('requestId') requestId: string,
    @Body({ schema: appendToMine }) { text }: z.infer<typeof appendToMine>,
    @IdempotencyKey() key: string,
  ): Promise<Done> {
    return this.myRequests.append(actor, requestId, text, key);
  }
}
