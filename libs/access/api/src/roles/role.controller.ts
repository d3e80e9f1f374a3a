import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  composedRole,
  type KeptSeparation,
  type MemberActor,
  type RoleInput,
  roleInput,
  type RoleList,
  roleList,
  type RoleReplacement,
  roleReplacement,
  roleSeparation,
  roleSeparationChange,
} from '@smartpar/access/model';
import { Answers, AnswersNothing, Body, Can, Id, IdempotencyKey, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import type { KeptRole } from './custom-role.repository';
import { KeepCustomRoles } from './keep-custom-roles';
import { KeepSeparation } from './keep-separation';
import { ListRoles } from './list-roles';

/** The roles of an organization, its own ones, and which of them are kept apart. */
@ApiTags('access')
@Controller('organizations/:organizationId')
export class RoleController {
  constructor(
    private readonly roles: ListRoles,
    private readonly custom: KeepCustomRoles,
    private readonly separation: KeepSeparation,
  ) {}

  @Get('roles')
  @Can('read', 'role')
  @Answers(roleList)
  list(@Who() actor: MemberActor): Promise<RoleList> {
    return this.roles.run(actor);
  }

  @Post('roles')
  @Can('compose', 'role')
  @RecentlyAuthenticated()
  @Answers(composedRole, { status: 201 })
  compose(@Who() actor: MemberActor, @Body({ schema: roleInput }) input: RoleInput, @IdempotencyKey() key: string): Promise<KeptRole> {
    return this.custom.compose(actor, input, key);
  }

  @Put('roles/:roleId')
  @Can('change', 'role')
  @RecentlyAuthenticated()
  @Answers(composedRole)
  replace(
    @Who() actor: MemberActor,
    @Id('roleId') id: string,
    @Body({ schema: roleReplacement }) input: RoleReplacement,
    @IdempotencyKey() key: string,
  ): Promise<KeptRole> {
    return this.custom.replace(actor, id, input, key);
  }

  @Delete('roles/:roleId')
  @Can('retire', 'role')
  @AnswersNothing()
  retire(@Who() actor: MemberActor, @Id('roleId') id: string, @IdempotencyKey() key: string): Promise<void> {
    return this.custom.retire(actor, id, key);
  }

  @Get('role-separation')
  @Can('read', 'role')
  @Answers(roleSeparation)
  apart(@Who() actor: MemberActor): Promise<KeptSeparation> {
    return this.separation.read(actor);
  }

  @Put('role-separation')
  @Can('keep-apart', 'role')
  @RecentlyAuthenticated()
  @Answers(roleSeparation)
  keepApart(@Who() actor: MemberActor, @Body({ schema: roleSeparationChange }) change: KeptSeparation, @IdempotencyKey() key: string): Promise<KeptSeparation> {
    return this.separation.replace(actor, change, key);
  }
}
