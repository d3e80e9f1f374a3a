import { Controller, Post, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { exportMembers, type ExportMembers as ExportOrder } from '@smartpar/members/model';
import { AnswersFile, Body, csvFile } from '@smartpar/platform/http';
import { ExportMembers } from './export-members';

/** Taking the list of members out. */
@ApiTags('members')
@Controller('organizations/:organizationId/members')
export class MemberExportController {
  constructor(private readonly members: ExportMembers) {}

  @Post('export')
  @Can('export', 'member')
  @AnswersFile('The list as CSV, with what is shown to whoever asks.')
  async export(@Who() actor: MemberActor, @Body({ schema: exportMembers }) order: ExportOrder): Promise<StreamableFile> {
    return csvFile('members.csv', await this.members.run(actor, order));
  }
}
