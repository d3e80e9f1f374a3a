import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Account, SignedIn, type SignedInAccount } from '@smartpar/access/api';
import { claimObjection, type ClaimObjection, type OwnClaim, ownClaims } from '@smartpar/organizations/model';
import { Answers, AnswersNothing, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import { OwnClaims } from './own-claims';

/** Claims of one's own account. */
@ApiTags('account')
@Controller('account/claims')
export class OwnClaimController {
  constructor(private readonly claims: OwnClaims) {}

  @Get()
  @SignedIn()
  @Answers(ownClaims)
  async all(@Account() { accountId }: SignedInAccount): Promise<{ items: OwnClaim[] }> {
    return { items: await this.claims.all(accountId) };
  }

  @Post(':claimId/stay')
  @SignedIn()
  @AnswersNothing()
  stay(@Account() { accountId }: SignedInAccount, @Id('claimId') claimId: string, @IdempotencyKey() key: string): Promise<void> {
    return this.claims.stay({ accountId, key }, claimId);
  }

  @Post(':claimId/objection')
  @SignedIn()
  @AnswersNothing({ description: 'The organization hears of it; until it is answered, nothing changes.' })
  object(
    @Account() { accountId }: SignedInAccount,
    @Id('claimId') claimId: string,
    @Body({ schema: claimObjection }) { words }: ClaimObjection,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    return this.claims.object({ accountId, key }, claimId, words);
  }
}
