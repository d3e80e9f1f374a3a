import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type MemberActor, revealed, type Revealing, revealing } from '@smartpar/access/model';
import { Answers, Body, Can, Id, IdempotencyKey, Who } from '@smartpar/platform/http';
import { type Look, RevealMember } from './reveal-member';

/** Looks at masked data of a member. */
@ApiTags('access')
@Controller('organizations/:organizationId/members/:memberId/reveals')
export class RevealController {
  constructor(private readonly reveals: RevealMember) {}

  @Post()
  @Can('read', 'member')
  @Answers(revealed, { status: 201 })
  reveal(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Body({ schema: revealing }) look: Revealing,
    @IdempotencyKey() key: string,
  ): Promise<Look> {
    return this.reveals.run(actor, memberId, look, key);
  }
}
