import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { type Site, site, type SiteInput, siteInput, siteReplacement, sites } from '@smartpar/organizations/model';
import { Answers, AnswersNothing, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import { KeepSites } from './keep-sites';

/** The sites under an organization's control. */
@ApiTags('organizations')
@Controller('organizations/:organizationId/sites')
export class SiteController {
  constructor(private readonly keep: KeepSites) {}

  @Get()
  @Can('read', 'site')
  @Answers(sites)
  async list(@Who() actor: MemberActor): Promise<{ items: Site[] }> {
    return { items: await this.keep.list(actor) };
  }

  @Post()
  @Can('create', 'site')
  @Answers(site, { status: 201 })
  add(@Who() actor: MemberActor, @Body({ schema: siteInput }) fields: SiteInput, @IdempotencyKey() key: string): Promise<Site> {
    return this.keep.add(actor, fields, key);
  }

  @Put(':siteId')
  @Can('update', 'site')
  @Answers(site)
  replace(
    @Who() actor: MemberActor,
    @Id('siteId') siteId: string,
    @Body({ schema: siteReplacement }) fields: SiteInput & { version: number },
    @IdempotencyKey() key: string,
  ): Promise<Site> {
    return this.keep.replace(actor, siteId, fields, key);
  }

  @Delete(':siteId')
  @Can('remove', 'site')
  @AnswersNothing()
  remove(@Who() actor: MemberActor, @Id('siteId') siteId: string, @IdempotencyKey() key: string): Promise<void> {
    return this.keep.remove(actor, siteId, key);
  }
}
