import { Controller, Delete, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Public, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { type ConfirmAddress, confirmAddress, type ProposeAddress, proposeAddress } from '@smartpar/members/model';
import { AnswersNothing, Body, IdempotencyKey, RateLimited } from '@smartpar/platform/http';
import { KeepOwnAddress } from './keep-own-address';

/** An address of one's own that an organization keeps. */
@ApiTags('my privacy')
@Controller()
export class OwnAddressController {
  constructor(private readonly addresses: KeepOwnAddress) {}

  @Put('organizations/:organizationId/my/private-address')
  @Can('correct', 'own-profile')
  @AnswersNothing({ status: 202, description: 'The address was asked; until it says yes nothing changes.' })
  propose(@Who() actor: MemberActor, @Body({ schema: proposeAddress }) { email }: ProposeAddress, @IdempotencyKey() key: string): Promise<void> {
    return this.addresses.propose(actor, email, key);
  }

  @Delete('organizations/:organizationId/my/private-address')
  @Can('correct', 'own-profile')
  @AnswersNothing({ description: 'No private address is kept any more.' })
  remove(@Who() actor: MemberActor, @IdempotencyKey() key: string): Promise<void> {
    return this.addresses.remove(actor, key);
  }

  @Post('member-addresses/confirmation')
  @Public('The token from the mail is the proof.')
  @RateLimited('link')
  @AnswersNothing({ description: 'The address is kept from now on.' })
  confirm(@Body({ schema: confirmAddress }) { token }: ConfirmAddress): Promise<void> {
    return this.addresses.confirm(token);
  }
}
