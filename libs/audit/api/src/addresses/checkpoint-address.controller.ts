import { Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MemberActor } from '@smartpar/access/model';
import {
  addCheckpointAddress,
  type AddCheckpointAddress,
  addressWithSecret,
  type AddressWithSecret,
  checkpointAddressList,
  type CheckpointAddressList,
} from '@smartpar/audit/model';
import { Answers, AnswersNothing, Body, Can, Id, IdempotencyKey, Who } from '@smartpar/platform/http';
import { KeepAddresses } from './keep-addresses';

/** Where an organization wants its checkpoints sent. */
@ApiTags('audit')
@Controller('organizations/:organizationId/audit-log/addresses')
export class CheckpointAddressController {
  constructor(private readonly addresses: KeepAddresses) {}

  @Get()
  @Can('read', 'checkpoint-address')
  @Answers(checkpointAddressList)
  list(@Who() actor: MemberActor): Promise<CheckpointAddressList> {
    return this.addresses.list(actor);
  }

  @Post()
  @Can('create', 'checkpoint-address')
  @Answers(addressWithSecret, { status: 201 })
  add(
    @Who() actor: MemberActor,
    @Body({ schema: addCheckpointAddress }) body: AddCheckpointAddress,
    @IdempotencyKey() key: string,
  ): Promise<AddressWithSecret> {
    return this.addresses.add(actor, body, key);
  }

  @Post(':addressId/secret')
  @Can('change', 'checkpoint-address')
  @Answers(addressWithSecret)
  changeSecret(@Who() actor: MemberActor, @Id('addressId') id: string, @IdempotencyKey() key: string): Promise<AddressWithSecret> {
    return this.addresses.changeSecret(actor, id, key);
  }

  @Delete(':addressId')
  @Can('remove', 'checkpoint-address')
  @AnswersNothing()
  remove(@Who() actor: MemberActor, @Id('addressId') id: string, @IdempotencyKey() key: string): Promise<void> {
    return this.addresses.remove(actor, id, key);
  }
}
