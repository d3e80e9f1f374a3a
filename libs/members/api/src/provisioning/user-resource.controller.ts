import { Controller, Delete, Get, Param, Patch, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readPatch, readQuery, readSearch, readWanted } from '@smartpar/members/model';
import type { FastifyReply } from 'fastify';
import { ChangeUsers } from './change-users';
import { ReadUsers } from './read-users';
import { Call, type ScimCall } from './scim-call';
import { ScimDesk } from './scim-desk';
import { Message, Scim, ScimNothing } from './scim-handlers';
import { changedUser, createdUser, orderOf, removed } from './user-answers';

/** Members, as a directory reads and changes them. */
@ApiTags('scim')
@Controller('scim/v2/Users')
export class UserResourceController {
  constructor(
    private readonly desk: ScimDesk,
    private readonly reading: ReadUsers,
    private readonly changing: ChangeUsers,
  ) {}

  @Get()
  @Scim('read', 'provisioned-user')
  list(@Call() call: ScimCall, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.list(
      call,
      reply,
      () => readQuery(call.query),
      (query) => this.reading.list(call.actor, query, call.base),
    );
  }

  @Post('.search')
  @Scim('read', 'provisioned-user')
  search(@Call() call: ScimCall, @Res() reply: FastifyReply, @Message() message: unknown): Promise<void> {
    return this.desk.list(
      call,
      reply,
      () => readSearch(message),
      (query) => this.reading.list(call.actor, query, call.base),
    );
  }

  @Get(':id')
  @Scim('read', 'provisioned-user')
  one(@Call() call: ScimCall, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.desk.one(call, reply, () => this.reading.one(call.actor, id, call.base, readWanted(call.query)));
  }

  @Post()
  @Scim('change', 'provisioned-user', { status: 201 })
  create(@Call() call: ScimCall, @Res() reply: FastifyReply, @Message() message: unknown): Promise<void> {
    return this.desk.changeWith(
      call,
      reply,
      () => this.changing.prepare(call.actor.organizationId, message),
      async (tx, prepared) => createdUser(call, await this.changing.create(tx, prepared, call.base)),
    );
  }

  @Put(':id')
  @Scim('change', 'provisioned-user')
  replace(@Call() call: ScimCall, @Res() reply: FastifyReply, @Param('id') id: string, @Message() message: unknown): Promise<void> {
    return this.desk.change(call, reply, async (tx) => changedUser(call, await this.changing.replace(tx, orderOf(call, id), message)));
  }

  @Patch(':id')
  @Scim('change', 'provisioned-user')
  patch(@Call() call: ScimCall, @Res() reply: FastifyReply, @Param('id') id: string, @Message() message: unknown): Promise<void> {
    return this.desk.change(call, reply, async (tx) => changedUser(call, await this.changing.patch(tx, orderOf(call, id), readPatch(message))));
  }

  @Delete(':id')
  @ScimNothing('change', 'provisioned-user')
  remove(@Call() call: ScimCall, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.desk.change(call, reply, async (tx) => removed(await this.changing.remove(tx, orderOf(call, id))));
  }
}
