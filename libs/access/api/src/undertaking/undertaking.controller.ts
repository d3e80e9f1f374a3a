import { Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type MemberActor,
  type PublishUndertaking,
  publishUndertaking,
  type SignatureLine,
  signaturePage,
  type SignatureQuery,
  signatureQuery,
  type SignUndertaking,
  signUndertaking,
  type Undertaking,
  undertaking,
} from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Answers, Body, Can, IdempotencyKey, Query, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { KeepUndertaking } from './keep-undertaking';
import { ListSignatures } from './list-signatures';

/** What people promise before they look at others' data. */
@ApiTags('access')
@Controller('organizations/:organizationId/undertaking')
export class UndertakingController {
  constructor(
    private readonly undertakings: KeepUndertaking,
    private readonly signatures: ListSignatures,
  ) {}

  @Get()
  @Can('read', 'undertaking')
  @Answers(undertaking)
  read(@Who() actor: MemberActor): Promise<Undertaking> {
    return this.undertakings.read(actor);
  }

  @Put()
  @Can('publish', 'undertaking')
  @RecentlyAuthenticated()
  @Answers(undertaking)
  publish(@Who() actor: MemberActor, @Body({ schema: publishUndertaking }) message: PublishUndertaking, @IdempotencyKey() key: string): Promise<Undertaking> {
    return this.undertakings.publish(actor, message, key);
  }

  @Get('signatures')
  @Can('list', 'undertaking-signature')
  @Answers(signaturePage)
  list(@Who() actor: MemberActor, @Query({ schema: signatureQuery }) query: SignatureQuery): Promise<Page<SignatureLine>> {
    return this.signatures.run(actor, query);
  }

  @Post('signatures')
  @Can('sign', 'undertaking')
  @Answers(undertaking, { status: 201 })
  sign(@Who() actor: MemberActor, @Body({ schema: signUndertaking }) message: SignUndertaking, @IdempotencyKey() key: string): Promise<Undertaking> {
    return this.undertakings.sign(actor, message, key);
  }
}
