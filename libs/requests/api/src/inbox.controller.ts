import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Answers, Id, Query } from '@smartpar/platform/http';
import {
  assignableMembers,
  requestList,
  type RequestListItem,
  requestListQuery,
  type RequestListQuery,
  requestView,
  type RequestView,
  requestMails,
  type RequestMails,
} from '@smartpar/requests/model';
import { type AssignableMember, ListAssignable } from './list-assignable';
import { ListRequests } from './list-requests';
import { MailFate } from './mail-fate';
import { ReadRequest } from './read-request';

/** What those who answer look at. */
@ApiTags('requests')
@Controller('organizations/:organizationId')
export class InboxController {
  constructor(
    private readonly requests: ListRequests,
    private readonly request: ReadRequest,
    private readonly assignable: ListAssignable,
    private readonly mailFate: MailFate,
  ) {}

  @Get('requests')
  @Can('list', 'privacy-request')
  @Answers(requestList)
  list(@Who() actor: MemberActor, @Query({ schema: requestListQuery }) query: RequestListQuery): Promise<Page<RequestListItem>> {
    return this.requests.run(actor, query);
  }

  @Get('requests/:requestId')
  @Can('read', 'privacy-request')
  @Answers(requestView)
  read(@Who() actor: MemberActor, @Id('requestId') requestId: string): Promise<RequestView> {
    return this.request.run(actor, requestId);
  }

  @Get('requests/:requestId/mails')
  @Can('read', 'privacy-request')
  @Answers(requestMails)
  mails(@Who() actor: MemberActor, @Id('requestId') requestId: string): Promise<RequestMails> {
    return this.mailFate.run(actor, requestId);
  }

  @Get('members/assignable')
  @Can('assign', 'privacy-request')
  @Answers(assignableMembers)
  async assignableMembers(@Who() actor: MemberActor): Promise<{ items: readonly AssignableMember[] }> {
    return { items: await this.assignable.run(actor) };
  }
}
