import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { abilitiesContract, type HeldGrant, type MemberActor, packRules, type PackedRules, type Role } from '@smartpar/access/model';
import { Answers, Can, Who } from '@smartpar/platform/http';
import { Abilities } from './abilities';

/** Tells the console what to show. */
@ApiTags('access')
@Controller('organizations/:organizationId/abilities')
export class AbilitiesController {
  constructor(private readonly abilities: Abilities) {}

  @Get()
  @Can('read', 'abilities')
  @Answers(abilitiesContract)
  mine(@Who() actor: MemberActor): { roles: readonly Role[]; grants: readonly HeldGrant[]; rules: PackedRules } {
    return { roles: actor.roles, grants: actor.grants, rules: packRules(this.abilities.of(actor)) };
  }
}
