import { Controller, Headers, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type UsageBatch, usageBatch, type UsageReceipt, usageReceipt } from '@smartpar/members/model';
import { Answers, Body, Public } from '@smartpar/platform/http';
import { IngestUsage } from './ingest-usage';

/** What the app tells of members. */
@ApiTags('ingest')
@Controller('ingest')
export class IngestController {
  constructor(private readonly ingest: IngestUsage) {}

  @Post('usage')
  @Public('The app comes with a token of its organization and without a session; each event is kept once by its own id.')
  @ApiBearerAuth()
  @Answers(usageReceipt)
  usage(@Headers('authorization') authorization: string | undefined, @Body({ schema: usageBatch }) { events }: UsageBatch): Promise<UsageReceipt> {
    return this.ingest.run(authorization, events);
  }
}
