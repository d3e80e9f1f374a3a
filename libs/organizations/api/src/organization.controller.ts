import { Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { type OrganizationChange, organizationChange, organizationProfile } from '@smartpar/organizations/model';
import { Answers, Body, IdempotencyKey } from '@smartpar/platform/http';
import { ChangeOrganization } from './change-organization';
import { type OrganizationFacts, OrganizationFactsQuery } from './organization-facts';

/** The profile of an organization. */
@ApiTags('organizations')
@Controller('organizations/:organizationId')
export class OrganizationController {
  constructor(
    private readonly facts: OrganizationFactsQuery,
    private readonly change: ChangeOrganization,
  ) {}

  @Get()
  @Can('read', 'organization')
  @Answers(organizationProfile)
  async read(@Who() { organizationId }: MemberActor): Promise<OrganizationFacts & { id: string }> {
    const facts = await this.facts.find(organizationId);
    if (facts === null) throw notFound();
    return { ...facts, id: organizationId };
  }

  @Patch()
  @Can('update', 'organization')
  @Answers(organizationProfile)
  async update(
    @Who() actor: MemberActor,
    @Body({ schema: organizationChange }) change: OrganizationChange,
    @IdempotencyKey() key: string,
  ): Promise<OrganizationFacts & { id: string }> {
    await this.change.run(actor, change, key);
    return this.read(actor);
  }
}
