import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import { type EntryEnd, entryEnd } from '@smartpar/identity/model';
import { AnswersNothing, Body, Can, IdempotencyKey, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { EndEntry } from './end-entry';

/** Members' entry to an organization, as far as it has a say in it. */
@ApiTags('organizations')
@Controller('organizations/:organizationId/entry')
export class MemberEntryController {
  constructor(private readonly end: EndEntry) {}

  @Post('ends')
  @Can('end', 'entry')
  @RecentlyAuthenticated()
  @AnswersNothing({ description: 'The member types their password once more before they come in to this organization again, on every device.' })
  endOf(@Who() actor: MemberActor, @Body({ schema: entryEnd }) { memberNumber }: EntryEnd, @IdempotencyKey() key: string): Promise<void> {
    return this.end.run(actor, memberNumber, key);
  }
}
