import { Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Deputies, deputies, type MemberActor, type NamingDeputy, namingDeputy } from '@smartpar/access/model';
import { Answers, Body, Can, Id, IdempotencyKey, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { NameDeputy } from './name-deputy';

/** Who decides in whose place. */
@ApiTags('access')
@Controller('organizations/:organizationId/deputies')
export class DeputyController {
  constructor(private readonly deputies: NameDeputy) {}

  @Get()
  @Can('read', 'deputy')
  @Answers(deputies)
  read(@Who() actor: MemberActor): Promise<Deputies> {
    return this.deputies.read(actor);
  }

  @Post()
  @Can('name', 'deputy')
  @RecentlyAuthenticated()
  @Answers(deputies, { status: 201 })
  name(@Who() actor: MemberActor, @Body({ schema: namingDeputy }) naming: NamingDeputy, @IdempotencyKey() key: string): Promise<Deputies> {
    return this.deputies.name(actor, naming, key);
  }

  @Delete(':deputyId')
  @Can('name', 'deputy')
  @Answers(deputies)
  end(@Who() actor: MemberActor, @Id('deputyId') deputyId: string, @IdempotencyKey() key: string): Promise<Deputies> {
    return this.deputies.end(actor, deputyId, key);
  }
}
