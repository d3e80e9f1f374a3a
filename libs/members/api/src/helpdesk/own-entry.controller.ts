import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { type OwnEntry, ownEntry } from '@smartpar/members/model';
import { Answers } from '@smartpar/platform/http';
import { ReadOwnEntry } from './read-own-entry';

/** What an organization did about the entry of the member who asks. */
@ApiTags('my privacy')
@Controller('organizations/:organizationId/my/entry')
export class OwnEntryController {
  constructor(private readonly acts: ReadOwnEntry) {}

  @Get()
  @Can('read', 'own-profile')
  @Answers(ownEntry)
  read(@Who() actor: MemberActor): Promise<OwnEntry> {
    return this.acts.run(actor);
  }
}
