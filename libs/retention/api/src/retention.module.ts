import { Module } from '@nestjs/common';
import { AccessModule } from '@smartpar/access/api';
import { HoldController } from './holds/hold.controller';
import { HoldRepository } from './holds/hold.repository';
import { KeepHolds } from './holds/keep-holds';
import { KeepPeriod } from './period/keep-period';
import { PeriodController } from './period/period.controller';
import { PeriodRepository } from './period/period.repository';

/** What an organization keeps, and for how long. It needs `HeldMembers` from a global module. */
@Module({
  imports: [AccessModule],
  controllers: [HoldController, PeriodController],
  providers: [HoldRepository, KeepHolds, PeriodRepository, KeepPeriod],
  exports: [HoldRepository, KeepHolds, PeriodRepository],
})
export class RetentionModule {}
