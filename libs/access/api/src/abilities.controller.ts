import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { abilitiesContract, type GrantInForce, type HeldGrant, type MemberActor, packRules, type PackedRules, type Role } from '@smartpar/access/model';
import { rfc3339 } from '@smartpar/kernel';
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
  mine(@Who() actor: MemberActor): { roles: readonly Role[]; grants: readonly GrantInForce[]; rules: PackedRules } {
    return { roles: actor.roles, grants: actor.grants.map(inForce), rules: packRules(this.abilities.of(actor)) };
  }
}

/** Of whom and until when a grant is; whose ids those are is asked for elsewhere, by whoever may. */
const inForce = ({ id, category, mode, purposes, scope, until }: HeldGrant): GrantInForce => ({
  id,
  category,
  mode,
  purposes: [...purposes],
  scope: scope.kind,
  until: until === null ? null : rfc3339(until),
});
