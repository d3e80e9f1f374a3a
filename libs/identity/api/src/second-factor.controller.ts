import { Controller, Delete, Get, Header, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  factorLinkToken,
  type FactorLinkToken,
  type PreparedSecondFactor,
  preparedSecondFactor,
  type PrivateAddressInput,
  privateAddressInput,
  type RecoveryCodes,
  recoveryCodes,
  type SecondFactor,
  secondFactor,
  type SecondFactorSetUp,
  secondFactorSetUp,
} from '@smartpar/identity/model';
import {
  Account,
  Answers,
  AnswersNothing,
  Body,
  IdempotencyKey,
  Public,
  RateLimited,
  RecentlyAuthenticated,
  SignedIn,
  type SignedInAccount,
} from '@smartpar/platform/http';
import { KeepPrivateAddress } from './keep-private-address';
import { SetUpSecondFactor } from './set-up-second-factor';
import { ShowSecondFactor } from './show-second-factor';
import { TurnOffSecondFactor } from './turn-off-second-factor';

/** One's own second factor, and the address that proves one where it is lost. */
@ApiTags('account')
@Controller()
export class SecondFactorController {
  constructor(
    private readonly show: ShowSecondFactor,
    private readonly setUp: SetUpSecondFactor,
    private readonly turnOff: TurnOffSecondFactor,
    private readonly privateAddress: KeepPrivateAddress,
  ) {}

  @Get('account/second-factor')
  @SignedIn({ alsoLimited: true })
  @Header('cache-control', 'no-store')
  @Answers(secondFactor)
  read(@Account() account: SignedInAccount): Promise<SecondFactor> {
    return this.show.run(account);
  }

  @Post('account/second-factor/preparation')
  @SignedIn({ alsoLimited: true })
  @RecentlyAuthenticated()
  @Header('cache-control', 'no-store')
  @Answers(preparedSecondFactor, { status: 201 })
  prepare(@Account() account: SignedInAccount, @IdempotencyKey() key: string): Promise<PreparedSecondFactor> {
    return this.setUp.prepare({ ...account, key });
  }

  @Put('account/second-factor')
  @SignedIn({ alsoLimited: true })
  @RateLimited('sign-in')
  @Header('cache-control', 'no-store')
  @Answers(recoveryCodes)
  confirm(
    @Account() account: SignedInAccount,
    @Body({ schema: secondFactorSetUp }) message: SecondFactorSetUp,
    @IdempotencyKey() key: string,
  ): Promise<RecoveryCodes> {
    return this.setUp.run({ ...account, key }, message);
  }

  @Delete('account/second-factor')
  @SignedIn()
  @RecentlyAuthenticated()
  @AnswersNothing({ description: 'The second factor and its recovery codes are gone.' })
  remove(@Account() account: SignedInAccount, @IdempotencyKey() key: string): Promise<void> {
    return this.turnOff.run({ ...account, key });
  }

  @Post('account/recovery-codes')
  @SignedIn()
  @RecentlyAuthenticated()
  @Header('cache-control', 'no-store')
  @Answers(recoveryCodes, { status: 201 })
  renewCodes(@Account() account: SignedInAccount, @IdempotencyKey() key: string): Promise<RecoveryCodes> {
    return this.turnOff.renewCodes({ ...account, key });
  }

  @Put('account/private-address')
  @SignedIn()
  @RecentlyAuthenticated()
  @AnswersNothing({ status: 202, description: 'The address was asked; until it says yes nothing changes.' })
  propose(
    @Account() account: SignedInAccount,
    @Body({ schema: privateAddressInput }) { email }: PrivateAddressInput,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    return this.privateAddress.propose({ ...account, key }, email);
  }

  @Delete('account/private-address')
  @SignedIn()
  @RecentlyAuthenticated()
  @AnswersNothing({ description: 'There is no private address any more.' })
  forget(@Account() account: SignedInAccount, @IdempotencyKey() key: string): Promise<void> {
    return this.privateAddress.remove({ ...account, key });
  }

  @Post('private-addresses/confirmation')
  @Public('The token from the mail is the proof.')
  @RateLimited('link')
  @AnswersNothing({ description: 'The address is the private one from now on.' })
  confirmAddress(@Body({ schema: factorLinkToken }) { token }: FactorLinkToken): Promise<void> {
    return this.privateAddress.confirm(token);
  }
}
