import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RecentlyAuthenticated, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import {
  type DomainClaim,
  domainClaim,
  organizationDomain,
  type OrganizationDomainDocument,
  organizationDomains,
  type SitesOfDomain,
  sitesOfDomain,
} from '@smartpar/organizations/model';
import { Answers, AnswersNothing, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import { CheckDomain } from './check-domain';
import { ClaimDomain } from './claim-domain';
import { PlaceDomain } from './place-domain';
import { ReadDomains } from './read-domains';
import { ReleaseDomain } from './release-domain';

/** The domains an organization says are its own. */
@ApiTags('organizations')
@Controller('organizations/:organizationId/domains')
export class OrganizationDomainController {
  constructor(
    private readonly domains: ReadDomains,
    private readonly claims: ClaimDomain,
    private readonly checks: CheckDomain,
    private readonly places: PlaceDomain,
    private readonly releases: ReleaseDomain,
  ) {}

  @Get()
  @Can('read', 'organization-domain')
  @Answers(organizationDomains)
  async list(@Who() actor: MemberActor): Promise<{ items: OrganizationDomainDocument[] }> {
    return { items: await this.domains.all(actor) };
  }

  @Post()
  @Can('claim', 'organization-domain')
  @Answers(organizationDomain, { status: 201 })
  async claim(
    @Who() actor: MemberActor,
    @Body({ schema: domainClaim }) { domain }: DomainClaim,
    @IdempotencyKey() key: string,
  ): Promise<OrganizationDomainDocument> {
    return this.domains.one(actor, (await this.claims.run(actor, domain, key)).id);
  }

  @Post(':domainId/verification')
  @Can('verify', 'organization-domain')
  @Answers(organizationDomain)
  async verify(@Who() actor: MemberActor, @Id('domainId') domainId: string, @IdempotencyKey() key: string): Promise<OrganizationDomainDocument> {
    await this.checks.run(actor, domainId, key);
    return this.domains.one(actor, domainId);
  }

  @Put(':domainId/sites')
  @Can('claim', 'organization-domain')
  @Answers(organizationDomain)
  async place(
    @Who() actor: MemberActor,
    @Id('domainId') domainId: string,
    @Body({ schema: sitesOfDomain }) { siteIds }: SitesOfDomain,
    @IdempotencyKey() key: string,
  ): Promise<OrganizationDomainDocument> {
    await this.places.run(actor, domainId, siteIds, key);
    return this.domains.one(actor, domainId);
  }

  @Delete(':domainId')
  @Can('release', 'organization-domain')
  @RecentlyAuthenticated()
  @AnswersNothing()
  release(@Who() actor: MemberActor, @Id('domainId') domainId: string, @IdempotencyKey() key: string): Promise<void> {
    return this.releases.run(actor, domainId, key);
  }
}
