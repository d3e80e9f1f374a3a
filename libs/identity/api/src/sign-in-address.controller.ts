import { Controller, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Account, Can, RecentlyAuthenticated, SignedIn, type SignedInAccount, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import {
  factorLinkToken,
  type FactorLinkToken,
  memberAddressChange,
  type MemberAddressChange,
  privateAddressInput,
  type PrivateAddressInput,
} from '@smartpar/identity/model';
import { AnswersNothing, Body, IdempotencyKey, Public, RateLimited } from '@smartpar/platform/http';
import { ChangeMemberAddress } from './change-member-address';
import { MoveAddress } from './move-address';

/** The address one signs in with. */
@ApiTags('account')
@Controller()
export class SignInAddressController {
  constructor(
    private readonly move: MoveAddress,
    private readonly change: ChangeMemberAddress,
  ) {}

  @Put('account/sign-in-address')
  @SignedIn()
  @RecentlyAuthenticated()
  @RateLimited('mail')
  @AnswersNothing({ status: 202, description: 'A mail is on its way to the new address; until it says yes, nothing changes.' })
  propose(
    @Account() account: SignedInAccount,
    @Body({ schema: privateAddressInput }) { email }: PrivateAddressInput,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    return this.move.propose({ ...account, key }, email);
  }

  @Put('organizations/:organizationId/sign-in-address')
  @Can('change', 'sign-in-address')
  @RecentlyAuthenticated()
  @AnswersNothing({ description: 'The member signs in with the new address from now on, and is told at every address.' })
  changeOf(@Who() actor: MemberActor, @Body({ schema: memberAddressChange }) change: MemberAddressChange, @IdempotencyKey() key: string): Promise<void> {
    return this.change.run(actor, change, key);
  }

  @Post('sign-in-addresses/confirmation')
  @Public('The link that was mailed to the address is the proof.')
  @RateLimited('link')
  @AnswersNothing({ description: 'The account signs in with this address now.' })
  confirm(@Body({ schema: factorLinkToken }) { token }: FactorLinkToken): Promise<void> {
    return this.move.confirm(token);
  }
}
