import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { callQuery, type CallQuery, type ProvisioningCall, provisioningCalls } from '@smartpar/members/model';
import { Answers, Can, Query, Who } from '@smartpar/platform/http';
import { ReadCalls } from './read-calls';

/** What an organization's directory did. */
@ApiTags('provisioning')
@Controller('organizations/:organizationId/provisioning/calls')
export class CallController {
  constructor(private readonly calls: ReadCalls) {}

  @Get()
  @Can('read', 'provisioning')
  @Answers(provisioningCalls)
  list(@Who() actor: MemberActor, @Query({ schema: callQuery }) query: CallQuery): Promise<Page<ProvisioningCall>> {
    return this.calls.run(actor, query);
  }
}
