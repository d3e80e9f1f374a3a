import { Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import {
  type AttributeChange,
  attributeChange,
  type NewAttribute,
  newAttribute,
  type ProfileAttribute,
  profileAttribute,
  profileAttributes,
  type RetireAttribute,
  retireAttribute,
} from '@smartpar/members/model';
import { Answers, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import { KeepAttributes } from './keep-attributes';

/** What an organization keeps of its members beside what everybody has. */
@ApiTags('members')
@Controller('organizations/:organizationId/profile-attributes')
export class AttributeController {
  constructor(private readonly attributes: KeepAttributes) {}

  @Get()
  @Can('read', 'profile-attribute')
  @Answers(profileAttributes)
  async list(@Who() actor: MemberActor): Promise<{ items: readonly ProfileAttribute[] }> {
    return { items: await this.attributes.list(actor) };
  }

  @Post()
  @Can('create', 'profile-attribute')
  @Answers(profileAttribute, { status: 201 })
  add(@Who() actor: MemberActor, @Body({ schema: newAttribute }) attribute: NewAttribute, @IdempotencyKey() key: string): Promise<ProfileAttribute> {
    return this.attributes.add(actor, attribute, key);
  }

  @Patch(':attributeId')
  @Can('change', 'profile-attribute')
  @Answers(profileAttribute)
  change(
    @Who() actor: MemberActor,
    @Id('attributeId') id: string,
    @Body({ schema: attributeChange }) change: AttributeChange,
    @IdempotencyKey() key: string,
  ): Promise<ProfileAttribute> {
    return this.attributes.change(actor, id, change, key);
  }

  @Post(':attributeId/retirement')
  @Can('retire', 'profile-attribute')
  @Answers(profileAttribute)
  retire(
    @Who() actor: MemberActor,
    @Id('attributeId') id: string,
    @Body({ schema: retireAttribute }) { version }: RetireAttribute,
    @IdempotencyKey() key: string,
  ): Promise<ProfileAttribute> {
    return this.attributes.retire(actor, id, version, key);
  }
}
