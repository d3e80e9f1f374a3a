import { Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RecentlyAuthenticated, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { type DomainClaim, domainClaim, organizationDomain, type OrganizationDomainDocument, organizationDomains } from '@smartpar/organizations/model';
import { Database } from '@smartpar/platform/database';
import { Answers, AnswersNothing, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import { CheckDomain } from './check-domain';
import { ClaimDomain } from './claim-domain';
import { OrganizationDomainRepository } from './organization-domain.repository';
import { presentDomain } from './present-domain';
import { ReleaseDomain } from './release-domain';

/** The domains an organization says are its own. */
@ApiTags('organizations')
@Controller('organizations/:organizationId/domains')
export class OrganizationDomainController {
  constructor(
    private readonly database: Database,
    private readonly domains: OrganizationDomainRepository,
    private readonly claims: ClaimDomain,
    private readonly checks: CheckDomain,
    private readonly releases: ReleaseDomain,
  ) {}

  @Get()
  @Can('read', 'organization-domain')
  @Answers(organizationDomains)
  async list(@Who() actor: MemberActor): Promise<{ items: OrganizationDomainDocument[] }> {
    const domains = await this.database.tenant(actor, (tx) => this.domains.list(tx));
    return { items: domains.map(presentDomain) };
  }

  @Post()
  @Can('claim', 'organization-domain')
  @Answers(organizationDomain, { status: 201 })
  async claim(
    @Who() actor: MemberActor,
    @Body({ schema: domainClaim }) { domain }: DomainClaim,
    @IdempotencyKey() key: string,
  ): Promise<OrganizationDomainDocument> {
    return presentDomain(await this.claims.run(actor, domain, key));
  }

  @Post(':domainId/verification')
  @Can('verify', 'organization-domain')
  @Answers(organizationDomain)
  async verify(@Who() actor: MemberActor, @Id('domainId') domainId: string, @IdempotencyKey() key: string): Promise<OrganizationDomainDocument> {
    return presentDomain(await this.checks.run(actor, domainId, key));
  }

  @Delete(':domainId')
  @Can('release', 'organization-domain')
  @RecentlyAuthenticated()
  @AnswersNothing()
  release(@Who() actor: MemberActor, @Id('domainId') domainId: string, @IdempotencyKey() key: string): Promise<void> {
    return this.releases.run(actor, domainId, key);
  }
}
