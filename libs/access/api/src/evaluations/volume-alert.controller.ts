import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type MemberActor,
  settleVolumeAlert,
  type SettleVolumeAlert as Settle,
  type VolumeAlertLine,
  volumeAlertPage,
  type VolumeAlertQuery,
  volumeAlertQuery,
  type VolumeAlertView,
  volumeAlertView,
} from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Answers, Body, Can, Id, IdempotencyKey, Query, Who } from '@smartpar/platform/http';
import { ReadVolumeAlerts } from './read-volume-alerts';
import { SettleVolumeAlert } from './settle-volume-alert';

/** Days on which somebody looked unusually often. */
@ApiTags('access')
@Controller('organizations/:organizationId/volume-alerts')
export class VolumeAlertController {
  constructor(
    private readonly reading: ReadVolumeAlerts,
    private readonly settling: SettleVolumeAlert,
  ) {}

  @Get()
  @Can('read', 'volume-alert')
  @Answers(volumeAlertPage)
  list(@Who() actor: MemberActor, @Query({ schema: volumeAlertQuery }) query: VolumeAlertQuery): Promise<Page<VolumeAlertLine>> {
    return this.reading.list(actor, query);
  }

  @Get(':alertId')
  @Can('read', 'volume-alert')
  @Answers(volumeAlertView)
  one(@Who() actor: MemberActor, @Id('alertId') alertId: string): Promise<VolumeAlertView> {
    return this.reading.one(actor, alertId);
  }

  @Post(':alertId/settlement')
  @Can('settle', 'volume-alert')
  @Answers(volumeAlertView)
  settle(
    @Who() actor: MemberActor,
    @Id('alertId') alertId: string,
    @Body({ schema: settleVolumeAlert }) settlement: Settle,
    @IdempotencyKey() key: string,
  ): Promise<VolumeAlertView> {
    return this.settling.run(actor, alertId, settlement, key);
  }
}
