import { Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { Answers, AnswersNothing, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import { addTemplate, changeTemplate, templateList, templateView } from '@smartpar/requests/model';
import type * as z from 'zod';
import { KeepTemplates } from './keep-templates';
import type { ReplyTemplateEntity } from './reply-template.entity';

/** Texts an organization keeps for its answers. */
@ApiTags('requests')
@Controller('organizations/:organizationId/templates')
export class ReplyTemplateController {
  constructor(private readonly templates: KeepTemplates) {}

  @Get()
  @Can('read', 'reply-template')
  @Answers(templateList)
  async list(@Who() actor: MemberActor): Promise<{ items: readonly ReplyTemplateEntity[] }> {
    return { items: await this.templates.list(actor) };
  }

  @Post()
  @Can('create', 'reply-template')
  @Answers(templateView, { status: 201 })
  add(
    @Who() actor: MemberActor,
    @Body({ schema: addTemplate }) body: z.infer<typeof addTemplate>,
    @IdempotencyKey() key: string,
  ): Promise<ReplyTemplateEntity> {
    return this.templates.add(actor, body, key);
  }

  @Patch(':templateId')
  @Can('change', 'reply-template')
  @Answers(templateView)
  change(
    @Who() actor: MemberActor,
    @Id('templateId') id: string,
    @Body({ schema: changeTemplate }) body: z.infer<typeof changeTemplate>,
    @IdempotencyKey() key: string,
  ): Promise<ReplyTemplateEntity> {
    return this.templates.change(actor, id, body, key);
  }

  @Delete(':templateId')
  @Can('remove', 'reply-template')
  @AnswersNothing()
  remove(@Who() actor: MemberActor, @Id('templateId') id: string, @IdempotencyKey() key: string): Promise<void> {
    return this.templates.remove(actor, id, key);
  }
}
