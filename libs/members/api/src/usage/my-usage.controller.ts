import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import { type MyUsage, myUsage } from '@smartpar/members/model';
import { Answers, Can, Who } from '@smartpar/platform/http';
import { ReadMyUsage } from './read-my-usage';

/** What the app told about the member who asks. */
@ApiTags('my privacy')
@Controller('organizations/:organizationId/my/usage')
export class MyUsageController {
  constructor(private readonly usage: ReadMyUsage) {}

  @Get()
  @Can('read', 'own-usage')
  @Answers(myUsage)
  read(@Who() actor: MemberActor): Promise<MyUsage> {
    return this.usage.run(actor);
  }
}
