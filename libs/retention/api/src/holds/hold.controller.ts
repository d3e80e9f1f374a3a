import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { Answers, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import { holdList, type HoldList, liftHold, type PlaceHold, placeHold } from '@smartpar/retention/model';
import type * as z from 'zod';
import { KeepHolds } from './keep-holds';

/** What must be kept about a member. */
@ApiTags('retention')
@Controller('organizations/:organizationId/members/:memberId/holds')
export class HoldController {
  constructor(private readonly holds: KeepHolds) {}

  @Get()
  @Can('read', 'hold')
  @Answers(holdList)
  async list(@Who() actor: MemberActor, @Id('memberId') memberId: string): Promise<HoldList> {
    return { items: [...(await this.holds.ofMember(actor, memberId))] };
  }

  @Post()
  @Can('place', 'hold')
  @Answers(holdList, { status: 201 })
  async place(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Body({ schema: placeHold }) hold: PlaceHold,
    @IdempotencyKey() key: string,
  ): Promise<HoldList> {
    return { items: [...(await this.holds.place(actor, memberId, hold, key))] };
  }

  @Post(':holdId/lifting')
  @Can('lift', 'hold')
  @Answers(holdList)
  async lift(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Id('holdId') holdId: string,
    @Body({ schema: liftHold }) { words }: z.infer<typeof liftHold>,
    @IdempotencyKey() key: string,
  ): Promise<HoldList> {
    return { items: [...(await this.holds.lift(actor, { memberId, holdId }, words, key))] };
  }
}
