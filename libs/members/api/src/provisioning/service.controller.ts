import { Controller, Delete, Get, Param, Patch, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  listView,
  methodNotAllowed,
  readSearch,
  RESOURCE_TYPES,
  resourceNotFound,
  resourceTypeView,
  SCHEMAS,
  schemaView,
  serviceProviderConfig,
} from '@smartpar/members/model';
import type { FastifyReply } from 'fastify';
import { PerformBulk } from './perform-bulk';
import { Call, type ScimCall } from './scim-call';
import { ScimDesk } from './scim-desk';
import { Message, Scim } from './scim-handlers';
import { SearchEverything } from './search-everything';
import { wholeList } from './whole-list';

/** What is read only, and answers no other method. */
const READ_ONLY = ['ServiceProviderConfig', 'ResourceTypes', 'ResourceTypes/:id', 'Schemas', 'Schemas/:id'];

/** Addresses of all resources of a kind: one of them is changed at its own address. */
const COLLECTIONS = ['Users', 'Groups'];

/** What the service says of itself, and what is about all kinds of resources. */
@ApiTags('scim')
@Controller('scim/v2')
export class ServiceController {
  constructor(
    private readonly desk: ScimDesk,
    private readonly everything: SearchEverything,
    private readonly bulk: PerformBulk,
  ) {}

  @Get('ServiceProviderConfig')
  @Scim('read', 'provisioning-service')
  config(@Call() call: ScimCall, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.told(call, reply, () => serviceProviderConfig(call.base));
  }

  @Get('ResourceTypes')
  @Scim('read', 'provisioning-service')
  resourceTypes(@Call() call: ScimCall, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.told(call, reply, () =>
      wholeList(
        call,
        RESOURCE_TYPES.map((type) => resourceTypeView(type, call.base)),
      ),
    );
  }

  @Get('ResourceTypes/:id')
  @Scim('read', 'provisioning-service')
  resourceType(@Call() call: ScimCall, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.desk.told(call, reply, () => resourceTypeView(RESOURCE_TYPES.find(({ name }) => name === id) ?? missing(), call.base));
  }

  @Get('Schemas')
  @Scim('read', 'provisioning-service')
  schemas(@Call() call: ScimCall, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.told(call, reply, () =>
      wholeList(
        call,
        SCHEMAS.map((schema) => schemaView(schema, call.base)),
      ),
    );
  }

  @Get('Schemas/:id')
  @Scim('read', 'provisioning-service')
  schema(@Call() call: ScimCall, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const wanted = id.toLowerCase();
    return this.desk.told(call, reply, () => schemaView(SCHEMAS.find((one) => one.id.toLowerCase() === wanted) ?? missing(), call.base));
  }

  @Get('Me')
  @Scim('read', 'provisioning-service')
  readMe(@Call() call: ScimCall, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.refused(call, reply);
  }

  @Post([...READ_ONLY, 'Me'])
  @Scim('read', 'provisioning-service')
  noPost(@Call() call: ScimCall, @Res() reply: FastifyReply): Promise<void> {
    return this.noWay(call, reply);
  }

  @Put([...READ_ONLY, ...COLLECTIONS, 'Me'])
  @Scim('read', 'provisioning-service')
  noPut(@Call() call: ScimCall, @Res() reply: FastifyReply): Promise<void> {
    return this.noWay(call, reply);
  }

  @Patch([...READ_ONLY, ...COLLECTIONS, 'Me'])
  @Scim('read', 'provisioning-service')
  noPatch(@Call() call: ScimCall, @Res() reply: FastifyReply): Promise<void> {
    return this.noWay(call, reply);
  }

  @Delete([...READ_ONLY, ...COLLECTIONS, 'Me'])
  @Scim('read', 'provisioning-service')
  noDelete(@Call() call: ScimCall, @Res() reply: FastifyReply): Promise<void> {
    return this.noWay(call, reply);
  }

  @Post('.search')
  @Scim('read', 'provisioning-service')
  search(@Call() call: ScimCall, @Res() reply: FastifyReply, @Message() message: unknown): Promise<void> {
    return this.desk.list(
      call,
      reply,
      () => readSearch(message),
      async (query) => listView(...(await this.everything.run(call, query))),
    );
  }

  @Post('Bulk')
  @Scim('read', 'provisioning-service')
  performBulk(@Call() call: ScimCall, @Res() reply: FastifyReply, @Message() message: unknown): Promise<void> {
    return this.desk.answered(call, reply, () => this.bulk.run(call, message));
  }

  private noWay(call: ScimCall, reply: FastifyReply): Promise<void> {
    return call.path === 'Me' ? this.desk.refused(call, reply) : this.desk.refused(call, reply, methodNotAllowed);
  }
}

function missing(): never {
  throw resourceNotFound();
}
