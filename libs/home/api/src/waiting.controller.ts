import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { type WaitingList, waitingList } from '@smartpar/home/model';
import { Answers } from '@smartpar/platform/http';
import { ListWaiting } from './list-waiting';

/** What needs a member: the organization’s work rather than their own side of it, so a session its reset opened reaches it as well. */
@ApiTags('home')
@Controller('organizations/:organizationId/waiting')
export class WaitingController {
  constructor(private readonly waiting: ListWaiting) {}

  @Get()
  @Can('list', 'waiting-item')
  @Answers(waitingList)
  list(@Who() actor: MemberActor): Promise<WaitingList> {
    return this.waiting.run(actor);
  }
}
