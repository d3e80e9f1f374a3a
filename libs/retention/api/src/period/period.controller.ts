import { Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { Answers, Body, IdempotencyKey, RecentlyAuthenticated } from '@smartpar/platform/http';
import { type ChangeRetentionPeriod, changeRetentionPeriod, retentionPeriod, type RetentionPeriod } from '@smartpar/retention/model';
import { KeepPeriod } from './keep-period';

/** For how long the data of those who left is kept. */
@ApiTags('retention')
@Controller('organizations/:organizationId/retention-period')
export class PeriodController {
  constructor(private readonly periods: KeepPeriod) {}

  @Get()
  @Can('read', 'retention-period')
  @Answers(retentionPeriod)
  read(@Who() actor: MemberActor): Promise<RetentionPeriod> {
    return this.periods.read(actor);
  }

  @Put()
  @Can('change', 'retention-period')
  @RecentlyAuthenticated()
  @Answers(retentionPeriod)
  change(
    @Who() actor: MemberActor,
    @Body({ schema: changeRetentionPeriod }) change: ChangeRetentionPeriod,
    @IdempotencyKey() key: string,
  ): Promise<RetentionPeriod> {
    return this.periods.change(actor, change, key);
  }
}
