import { Controller, Delete, Get, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import {
  type GroupChange,
  groupChange,
  type GroupedMembers,
  groupedMembers,
  type GroupInput,
  groupInput,
  type GroupParent,
  groupParent,
  memberGroup,
  type MemberGroup,
  memberGroups,
} from '@smartpar/members/model';
import { Answers, AnswersNothing, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import { KeepGroups } from './keep-groups';
import { NestGroup } from './nest-group';

/** Groups of members, some inside others. */
@ApiTags('members')
@Controller('organizations/:organizationId/groups')
export class GroupController {
  constructor(
    private readonly groups: KeepGroups,
    private readonly nesting: NestGroup,
  ) {}

  @Get()
  @Can('read', 'group')
  @Answers(memberGroups)
  async list(@Who() actor: MemberActor): Promise<{ items: readonly MemberGroup[] }> {
    return { items: await this.groups.list(actor) };
  }

  @Post()
  @Can('create', 'group')
  @Answers(memberGroup, { status: 201 })
  add(@Who() actor: MemberActor, @Body({ schema: groupInput }) { name }: GroupInput, @IdempotencyKey() key: string): Promise<MemberGroup> {
    return this.groups.add(actor, name, key);
  }

  @Patch(':groupId')
  @Can('change', 'group')
  @Answers(memberGroup)
  rename(
    @Who() actor: MemberActor,
    @Id('groupId') id: string,
    @Body({ schema: groupChange }) change: GroupChange,
    @IdempotencyKey() key: string,
  ): Promise<MemberGroup> {
    return this.groups.rename(actor, id, change, key);
  }

  @Delete(':groupId')
  @Can('remove', 'group')
  @AnswersNothing()
  remove(@Who() actor: MemberActor, @Id('groupId') id: string, @IdempotencyKey() key: string): Promise<void> {
    return this.groups.remove(actor, id, key);
  }

  @Put(':groupId/parent')
  @Can('fill', 'group')
  @Answers(memberGroup)
  nest(
    @Who() actor: MemberActor,
    @Id('groupId') id: string,
    @Body({ schema: groupParent }) { parentId }: GroupParent,
    @IdempotencyKey() key: string,
  ): Promise<MemberGroup> {
    return this.nesting.run(actor, id, parentId, key);
  }

  @Post(':groupId/members')
  @Can('fill', 'group')
  @Answers(memberGroup)
  putIn(
    @Who() actor: MemberActor,
    @Id('groupId') id: string,
    @Body({ schema: groupedMembers }) { memberIds }: GroupedMembers,
    @IdempotencyKey() key: string,
  ): Promise<MemberGroup> {
    return this.groups.putIn(actor, id, memberIds, key);
  }

  @Post(':groupId/members/removal')
  @Can('fill', 'group')
  @Answers(memberGroup)
  takeOut(
    @Who() actor: MemberActor,
    @Id('groupId') id: string,
    @Body({ schema: groupedMembers }) { memberIds }: GroupedMembers,
    @IdempotencyKey() key: string,
  ): Promise<MemberGroup> {
    return this.groups.takeOut(actor, id, memberIds, key);
  }
}
