import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { legalEntities, type LegalEntity, legalEntity, type LegalEntityInput, legalEntityInput, legalEntityReplacement } from '@smartpar/organizations/model';
import { Answers, AnswersNothing, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import { KeepLegalEntities } from './keep-legal-entities';

/** The companies an organization consists of. */
@ApiTags('organizations')
@Controller('organizations/:organizationId/legal-entities')
export class LegalEntityController {
  constructor(private readonly keep: KeepLegalEntities) {}

  @Get()
  @Can('read', 'legal-entity')
  @Answers(legalEntities)
  async list(@Who() actor: MemberActor): Promise<{ items: LegalEntity[] }> {
    return { items: await this.keep.list(actor) };
  }

  @Post()
  @Can('create', 'legal-entity')
  @Answers(legalEntity, { status: 201 })
  add(@Who() actor: MemberActor, @Body({ schema: legalEntityInput }) fields: LegalEntityInput, @IdempotencyKey() key: string): Promise<LegalEntity> {
    return this.keep.add(actor, fields, key);
  }

  @Put(':legalEntityId')
  @Can('update', 'legal-entity')
  @Answers(legalEntity)
  replace(
    @Who() actor: MemberActor,
    @Id('legalEntityId') legalEntityId: string,
    @Body({ schema: legalEntityReplacement }) fields: LegalEntityInput & { version: number },
    @IdempotencyKey() key: string,
  ): Promise<LegalEntity> {
    return this.keep.replace(actor, legalEntityId, fields, key);
  }

  @Delete(':legalEntityId')
  @Can('remove', 'legal-entity')
  @AnswersNothing()
  remove(@Who() actor: MemberActor, @Id('legalEntityId') legalEntityId: string, @IdempotencyKey() key: string): Promise<void> {
    return this.keep.remove(actor, legalEntityId, key);
  }
}
