import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RecentlyAuthenticated, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import {
  accountClaim,
  type AccountClaim,
  accountsOfDomain,
  type AccountsOfDomain,
  claimedMembers,
  type ClaimedMembersQuery,
  claimedMembersQuery,
  objectionAnswer,
  type ObjectionAnswer,
  type OpenObjection,
  openObjections,
} from '@smartpar/organizations/model';
import { Answers, AnswersNothing, Body, Id, IdempotencyKey, Query } from '@smartpar/platform/http';
import { AnswerObjection } from './answer-objection';
import { ReadClaims } from './read-claims';
import { StartClaim } from './start-claim';
import { StopClaim } from './stop-claim';

/** Claims of the accounts that use a domain, in counts. */
@ApiTags('organizations')
@Controller('organizations/:organizationId')
export class AccountClaimController {
  constructor(
    private readonly claims: ReadClaims,
    private readonly starting: StartClaim,
    private readonly stopping: StopClaim,
    private readonly objections: AnswerObjection,
  ) {}

  @Get('domains/:domainId/accounts')
  @Can('read', 'account-claim')
  @Answers(accountsOfDomain)
  ofDomain(@Who() actor: MemberActor, @Id('domainId') domainId: string): Promise<AccountsOfDomain> {
    return this.claims.ofDomain(actor, domainId);
  }

  @Post('domains/:domainId/claims')
  @Can('start', 'account-claim')
  @RecentlyAuthenticated()
  @Answers(accountClaim, { status: 201 })
  async start(@Who() actor: MemberActor, @Id('domainId') domainId: string, @IdempotencyKey() key: string): Promise<AccountClaim> {
    return this.claims.one(actor, await this.starting.run(actor, domainId, key));
  }

  @Get('account-claims/:claimId')
  @Can('read', 'account-claim')
  @Answers(accountClaim)
  one(@Who() actor: MemberActor, @Id('claimId') claimId: string): Promise<AccountClaim> {
    return this.claims.one(actor, claimId);
  }

  @Get('account-claims/:claimId/members')
  @Can('read', 'account-claim')
  @Answers(claimedMembers)
  members(
    @Who() actor: MemberActor,
    @Id('claimId') claimId: string,
    @Query({ schema: claimedMembersQuery }) query: ClaimedMembersQuery,
  ): Promise<Page<{ memberId: string; memberNumber: string; joinedAt: string }>> {
    return this.claims.members(actor, claimId, query);
  }

  @Post('account-claims/:claimId/stop')
  @Can('stop', 'account-claim')
  @Answers(accountClaim)
  async stop(@Who() actor: MemberActor, @Id('claimId') claimId: string, @IdempotencyKey() key: string): Promise<AccountClaim> {
    await this.stopping.run(actor, claimId, key);
    return this.claims.one(actor, claimId);
  }

  @Get('claim-objections')
  @Can('answer', 'claim-objection')
  @Answers(openObjections)
  async waiting(@Who() actor: MemberActor): Promise<{ items: OpenObjection[] }> {
    return { items: await this.objections.waiting(actor) };
  }

  @Post('claim-objections/:objectionId/answer')
  @Can('answer', 'claim-objection')
  @AnswersNothing()
  answer(
    @Who() actor: MemberActor,
    @Id('objectionId') objectionId: string,
    @Body({ schema: objectionAnswer }) answer: ObjectionAnswer,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    return this.objections.run(actor, objectionId, answer, key);
  }
}
