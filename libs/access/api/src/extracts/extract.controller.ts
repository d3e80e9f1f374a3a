import { Controller, Get, Post, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type AskingForExtract,
  askingForExtract,
  type ChoosingExtract,
  choosingExtract,
  type ExtractAct,
  extractAct,
  type ExtractPage,
  extractPage,
  type ExtractPreview,
  extractPreview,
  type ExtractQuery,
  extractQuery,
  type ExtractView,
  extractView,
  type FetchingExtract,
  fetchingExtract,
  type MemberActor,
  nothingMoreToExtract,
  type RefusingExtract,
  refusingExtract,
} from '@smartpar/access/model';
import { Answers, AnswersFile, Body, Can, csvFile, Id, IdempotencyKey, Query, Who } from '@smartpar/platform/http';
import { AskForExtract } from './ask-for-extract';
import { ChoosePeople } from './choose-people';
import { DecideExtract } from './decide-extract';
import { EndExtract } from './end-extract';
import { ExtractFile } from './extract-file';
import { ReadExtracts } from './read-extracts';

/** The data of many members, taken out at once. */
@ApiTags('access')
@Controller('organizations/:organizationId/extracts')
export class ExtractController {
  constructor(
    private readonly extracts: ReadExtracts,
    private readonly choosing: ChoosePeople,
    private readonly asking: AskForExtract,
    private readonly deciding: DecideExtract,
    private readonly ending: EndExtract,
    private readonly files: ExtractFile,
  ) {}

  @Get()
  @Can('read', 'extract')
  @Answers(extractPage)
  list(@Who() actor: MemberActor, @Query({ schema: extractQuery }) query: ExtractQuery): Promise<ExtractPage> {
    return this.extracts.list(actor, query);
  }

  @Get(':extractId')
  @Can('read', 'extract')
  @Answers(extractView)
  read(@Who() actor: MemberActor, @Id('extractId') extractId: string): Promise<ExtractView> {
    return this.extracts.read(actor, extractId);
  }

  @Post('preview')
  @Can('ask', 'extract')
  @Answers(extractPreview)
  preview(@Who() actor: MemberActor, @Body({ schema: choosingExtract }) choice: ChoosingExtract): Promise<ExtractPreview> {
    return this.choosing.preview(actor, choice);
  }

  @Post()
  @Can('ask', 'extract')
  @Answers(extractAct, { status: 201 })
  ask(@Who() actor: MemberActor, @Body({ schema: askingForExtract }) wish: AskingForExtract, @IdempotencyKey() key: string): Promise<ExtractAct> {
    return this.asking.run(actor, wish, key);
  }

  @Post(':extractId/approval')
  @Can('decide', 'extract')
  @Answers(extractAct)
  approve(
    @Who() actor: MemberActor,
    @Id('extractId') extractId: string,
    @Body({ schema: nothingMoreToExtract }) _: object,
    @IdempotencyKey() key: string,
  ): Promise<ExtractAct> {
    return this.deciding.approve(actor, extractId, key);
  }

  @Post(':extractId/refusal')
  @Can('decide', 'extract')
  @Answers(extractAct)
  refuse(
    @Who() actor: MemberActor,
    @Id('extractId') extractId: string,
    @Body({ schema: refusingExtract }) refusal: RefusingExtract,
    @IdempotencyKey() key: string,
  ): Promise<ExtractAct> {
    return this.deciding.refuse(actor, extractId, refusal, key);
  }

  @Post(':extractId/end')
  @Can('use', 'extract')
  @Answers(extractAct)
  end(
    @Who() actor: MemberActor,
    @Id('extractId') extractId: string,
    @Body({ schema: nothingMoreToExtract }) _: object,
    @IdempotencyKey() key: string,
  ): Promise<ExtractAct> {
    return this.ending.run(actor, extractId, key);
  }

  @Post(':extractId/file')
  @Can('use', 'extract')
  @AnswersFile('The extract as CSV, for whoever asked for it.')
  async file(@Who() actor: MemberActor, @Id('extractId') extractId: string, @Body({ schema: fetchingExtract }) how: FetchingExtract): Promise<StreamableFile> {
    return csvFile('extract.csv', await this.files.fetch(actor, extractId, how));
  }
}
