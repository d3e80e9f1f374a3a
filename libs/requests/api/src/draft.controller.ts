import { Controller, Delete, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { Answers, AnswersNothing, Body, Id } from '@smartpar/platform/http';
import { draftView, keepDraft } from '@smartpar/requests/model';
import type * as z from 'zod';
import type { Draft } from './draft.repository';
import { KeepDraft } from './keep-draft';

/** What a member is typing. Keeping it twice is keeping it once, so these calls need no key. */
@ApiTags('requests')
@Controller('organizations/:organizationId/requests/:requestId/draft')
export class DraftController {
  constructor(private readonly drafts: KeepDraft) {}

  @Get()
  @Can('answer', 'privacy-request')
  @Answers(draftView)
  async find(@Who() actor: MemberActor, @Id('requestId') requestId: string): Promise<{ draft: Draft | null }> {
    return { draft: await this.drafts.find(actor, requestId) };
  }

  @Put()
  @Can('answer', 'privacy-request')
  @AnswersNothing()
  keep(@Who() actor: MemberActor, @Id('requestId') requestId: string, @Body({ schema: keepDraft }) body: z.infer<typeof keepDraft>): Promise<void> {
    return this.drafts.keep(actor, requestId, body);
  }

  @Delete()
  @Can('answer', 'privacy-request')
  @AnswersNothing()
  forget(@Who() actor: MemberActor, @Id('requestId') requestId: string): Promise<void> {
    return this.drafts.forget(actor, requestId);
  }
}
