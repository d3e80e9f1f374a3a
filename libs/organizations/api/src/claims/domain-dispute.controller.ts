import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RecentlyAuthenticated, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import {
  caseDecision,
  type CaseDecisionGiven,
  type DomainCase,
  domainCases,
  type DomainCasesQuery,
  domainCasesQuery,
  domainDispute,
  type DomainDispute,
  domainDisputes,
  newDispute,
  type NewDispute,
} from '@smartpar/organizations/model';
import { Answers, AnswersNothing, Body, Id, IdempotencyKey, Query } from '@smartpar/platform/http';
import { DomainCases } from './domain-cases';
import { OpenDispute } from './open-dispute';

/** Disputes about domains, for the organizations and for SmartPAR's staff; for the latter the organization in the path is SmartPAR's workforce. */
@ApiTags('organizations')
@Controller('organizations/:organizationId')
export class DomainDisputeController {
  constructor(
    private readonly disputes: OpenDispute,
    private readonly cases: DomainCases,
  ) {}

  @Get('domain-disputes')
  @Can('read', 'domain-dispute')
  @Answers(domainDisputes)
  async all(@Who() actor: MemberActor): Promise<{ items: DomainDispute[] }> {
    return { items: await this.disputes.all(actor) };
  }

  @Post('domains/:domainId/disputes')
  @Can('open', 'domain-dispute')
  @Answers(domainDispute, { status: 201 })
  open(
    @Who() actor: MemberActor,
    @Id('domainId') domainId: string,
    @Body({ schema: newDispute }) { words }: NewDispute,
    @IdempotencyKey() key: string,
  ): Promise<DomainDispute> {
    return this.disputes.run(actor, domainId, words, key);
  }

  @Get('oversight/domain-cases')
  @Can('read', 'domain-case')
  @Answers(domainCases)
  list(@Who() actor: MemberActor, @Query({ schema: domainCasesQuery }) query: DomainCasesQuery): Promise<Page<DomainCase>> {
    return this.cases.list(actor, query);
  }

  @Post('oversight/domain-cases/:caseId/decision')
  @Can('decide', 'domain-case')
  @RecentlyAuthenticated()
  @AnswersNothing()
  decide(
    @Who() actor: MemberActor,
    @Id('caseId') caseId: string,
    @Body({ schema: caseDecision }) decision: CaseDecisionGiven,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    return this.cases.decide(actor, caseId, decision, key);
  }
}
